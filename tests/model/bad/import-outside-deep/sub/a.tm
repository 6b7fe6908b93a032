import "../../secret.tm" as secret
llm a
a -> secret.store
