import "v.tm" as vendor
gateway waf
waf -> vendor.lm
