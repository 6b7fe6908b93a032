import platform
gateway waf
waf -> bot
