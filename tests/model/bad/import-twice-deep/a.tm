import "b.tm"
import "./b.tm" as again
