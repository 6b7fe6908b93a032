anonymous_user visitor
boundary cloud { gateway waf; llm bot; database log }
documents page; prompts ask
visitor -> waf { sends: [ask] }
waf -> bot -> log { sends: [ask] }
control a: auth { on: [waf], status: verified, evidence: " " }
