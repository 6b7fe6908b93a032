anonymous_user visitor
boundary cloud { gateway waf; llm bot; database log }
documents page; prompts ask
visitor -> waf { sends: [ask] }
waf -> bot -> log { sends: [ask] }
bot -> waf as one { sends: [ask] }
bot -> waf as two { sends: [ask] }
question "Why?" { about: [bot -> waf] }
