import "a.tm"
gateway waf
