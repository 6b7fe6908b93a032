gateway waf { was: edge }
