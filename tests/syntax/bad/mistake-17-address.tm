control c: d "C" { evidence: https://wiki.example.org/x?a=b, status: planned }
documents d "D" { refs: [https://example.org, b] }
https://example.org
