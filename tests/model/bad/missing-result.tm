anonymous_user visitor
boundary cloud { gateway waf; llm bot; database log }
documents page; prompts ask
visitor -> waf { sends: [ask] }
waf -> bot -> log { sends: [ask] }
tested rag-poison on bot { date: 2026-01-02 }
