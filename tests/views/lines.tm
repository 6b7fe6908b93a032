// To and fro, bundles, ways through others, calls to oneself.
model "Lines" { catalog: 2026.1 }
prompts ask
answers reply { from: [ask] }
end_user visitor "Visitor"
boundary cloud "Cloud" {
  trust: internal
  gateway waf "Gateway"
  inference_api chat "Chat"
  guardrail guard "Guard"
  llm bot "Model"
  agent one "One"
  agent two "Two"
  agent three "Three"
}
visitor -> waf "asks" { sends: [ask], returns: [reply] }
waf -> visitor "tells" { sends: [reply] }
waf <-> chat "talk" { sends: [ask] }
chat -> bot "prompt" { sends: [ask], returns: [reply], via: [guard] }
bot -> chat "calls back" { sends: [reply] }
one -> two "a" { sends: [ask] }
one -> two as second "b" { sends: [ask] }
two -> one "c" { sends: [reply] }
visitor -> one "in" { sends: [ask] }
visitor -> one as in2 "in" { sends: [ask] }
visitor -> one as in3 "in" { sends: [ask] }
one -> visitor "out" { sends: [reply] }
one -> visitor as out2 "out" { sends: [reply] }
three -> three "thinks" { sends: [ask] }
one -> three { sends: [ask] }
visitor <-> chat "both by way of the guard" { sends: [ask], via: [guard] }
one -> bot as p1 "one of many through the guard" { sends: [ask], via: [guard] }
one -> bot as p2 { sends: [ask], via: [guard] }
two -> bot { sends: [ask], via: [guard] }

view without_guard "The guard is left out" { exclude: [guard] }
