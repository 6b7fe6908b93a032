llm a
import "sub/b.tm" as b
