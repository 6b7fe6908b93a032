anonymous_user visitor
boundary cloud { gateway waf { tags: [front] }; llm bot; database log }
documents page; prompts ask
visitor -> waf { sends: [ask] }
waf -> bot -> log { sends: [ask] }
attacker mob { from: [visitor], wants: [page] }
view a { include: [3] }
