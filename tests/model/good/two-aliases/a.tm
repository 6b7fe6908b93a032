import "base.tm" as x
llm one
one -> x.index
