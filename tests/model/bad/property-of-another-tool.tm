gateway waf { technology: envoy }
