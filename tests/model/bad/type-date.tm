anonymous_user visitor
boundary cloud { gateway waf; llm bot; database log }
documents page; prompts ask
visitor -> waf { sends: [ask] }
waf -> bot -> log { sends: [ask] }
accept rag-poison on bot { because: "x", by: "y", until: "2027-06-30" }
