import "b.tm"
