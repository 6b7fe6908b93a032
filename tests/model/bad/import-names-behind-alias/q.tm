import "shared.tm"
llm store
