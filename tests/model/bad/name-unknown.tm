anonymous_user visitor
boundary cloud { gateway waf; llm bot; database log }
documents page; prompts ask
visitor -> waf { sends: [ask] }
waf -> bot -> log { sends: [ask] }
visitor -> but { sends: [ask] }
but -> log { sends: [ask] }
accept rag-poison on visitor -> but { because: "x", by: "y" }
