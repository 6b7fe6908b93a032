gateway waf
model_provider llm
waf -> llm ""
