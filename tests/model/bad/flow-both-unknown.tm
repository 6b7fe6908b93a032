gateway waf
llm llm
gateway other
waf -> other
dismiss rag-poison on waf <-> llm { because: "No." }
