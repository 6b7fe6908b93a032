gateway waf { was: edge }
database store
edge -> store
