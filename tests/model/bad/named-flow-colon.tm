gateway waf
llm chat
ask: waf -> chat
