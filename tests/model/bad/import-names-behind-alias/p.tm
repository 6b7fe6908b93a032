import "shared.tm"
llm one
