import "a.tm"
database store { was: edge }
