documents a { from: [b] }
answers b { from: [c, a] }
prompts c
llm bot { stores: [b] }
