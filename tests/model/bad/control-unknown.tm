gateway waf { controls: [auth, rate-limit] }
