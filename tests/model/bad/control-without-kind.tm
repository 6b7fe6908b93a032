anonymous_user visitor
boundary cloud { gateway waf; llm bot; database log }
documents page; prompts ask
visitor -> waf { sends: [ask] }
waf -> bot -> log { sends: [ask] }
control firewall "Firewall" { on: [waf], status: planned }
mitigate rag-poison on waf { with: [firewall] }
