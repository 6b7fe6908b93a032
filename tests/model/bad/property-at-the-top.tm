gateway waf
catalog: 2026.1
