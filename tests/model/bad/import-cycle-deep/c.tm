import "b.tm" as back
llm c
