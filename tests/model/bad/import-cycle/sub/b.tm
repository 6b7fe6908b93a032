import "../main.tm"
llm b
b -> waf
