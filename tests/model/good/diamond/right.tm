import "base.tm" as floor
llm reader { stores: [floor.word] }
reader -> floor.index as fetch { returns: [floor.word] }
