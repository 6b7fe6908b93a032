// ask: complete
control four_eyes "Four eyes" { refs: [owasp-llm-2025:▮] }
