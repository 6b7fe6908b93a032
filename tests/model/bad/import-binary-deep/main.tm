import "a.tm"
