subgraph cloud {
  gateway waf
}
llm chat
waf -> chat
