import "sub/b.tm"
