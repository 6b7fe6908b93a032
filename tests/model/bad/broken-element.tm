anonymous_user visitor
llm bot My bot { generative: true }
visitor -> bot
require auth on bot
