import "sub/b.tm"
llm a
a -> b
