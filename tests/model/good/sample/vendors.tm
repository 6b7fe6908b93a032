model_provider llm "Vendor's LLM"
model_provider other "Another" { trust: untrusted }
llm -> other "fallback" { one_way: true }
