import "p.tm" as p
import "q.tm" as q
