import "sub" as sub
