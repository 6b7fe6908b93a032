import "a.tm"
gateway waf
waf -> v.till
