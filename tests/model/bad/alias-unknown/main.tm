import "v.tm" as vendor
gateway waf
waf -> vendr.llm
waf -> vendr.other
