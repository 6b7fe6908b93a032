import "c.tm"
llm b
