gateway waf { was: vendor.edge }
