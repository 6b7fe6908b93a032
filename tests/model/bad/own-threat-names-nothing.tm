anonymous_user visitor
boundary cloud { gateway waf; llm bot; database log }
documents page; prompts ask
visitor -> waf { sends: [ask] }
waf -> bot -> log { sends: [ask] }
threat own "Own" { stride: tampering, on: flow, when: source in clod, likelihood: 2, impact: 2, scenario: "x" }
accept own on visitor -> waf { because: "x", by: "y" }
