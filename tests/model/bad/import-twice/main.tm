import "a.tm"
import "./a.tm" as b
gateway waf
waf -> a
