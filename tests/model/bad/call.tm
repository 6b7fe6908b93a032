use rag(handbook) as support
gateway waf
