import "a.tm" as a
import "b.tm" as b
gateway waf
waf -> a.one
waf -> b.two
