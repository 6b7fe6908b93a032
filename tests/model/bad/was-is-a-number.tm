gateway waf { was: 3 }
