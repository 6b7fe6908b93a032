import "a.tm" as v
import "b.tm" as v
