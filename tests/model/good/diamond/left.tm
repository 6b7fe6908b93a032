import "base.tm"
llm left { stores: [word] }
left -> index as fetch { returns: [word] }
