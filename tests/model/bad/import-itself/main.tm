import "main.tm"
gateway waf
