import "base.tm" as y
llm two
two -> y.index
