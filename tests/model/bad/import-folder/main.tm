import "sub"
gateway waf
