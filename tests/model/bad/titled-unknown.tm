asumption "The CDN terminates TLS."
gateway waf
