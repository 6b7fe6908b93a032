import "sub/a.tm"
