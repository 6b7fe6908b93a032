import "a.tm"
gateway waf
waf -> a
