import "v.tm" as v
