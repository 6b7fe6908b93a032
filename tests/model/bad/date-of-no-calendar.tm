gateway waf
reviewed 2026-02-30 { by: "Ana" }
