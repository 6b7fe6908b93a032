import "b.tm"
gateway waf
waf -> bot
