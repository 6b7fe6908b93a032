gateway waf { controls: auth, rate_limit }
