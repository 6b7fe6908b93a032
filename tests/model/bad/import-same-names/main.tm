import "a.tm"
import "b.tm"
