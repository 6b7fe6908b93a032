anonymous_user visitor
boundary cloud { gateway waf; llm bot; database log }
documents page; prompts ask
visitor -> waf { sends: [ask] }
waf -> bot -> log { sends: [ask] }
control firewall: prompt_gard { on: [waf] }
control second: auth { on: [waf] }
mitigate rag-poison on waf { with: [firewall] }
