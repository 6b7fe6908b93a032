gateway waf { sends: [] }
