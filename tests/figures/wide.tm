// More ways than a page holds: the easiest are drawn, the others counted.
model "Wide" {}
documents pay "Payroll" { class: secret }
documents deals "Contracts" { class: confidential }
prompts q "Question"
answers r "Reply" { from: [q, pay, deals] }
anonymous_user visitor "Visitor"
boundary cloud "Cloud" {
  trust: internal
  web_app a0 "Service 0"
  web_app a1 "Service 1"
  web_app a2 "Service 2" { controls: [prompt_guard] }
  web_app a3 "Service 3"
  web_app a4 "Service 4"
  llm own "Model"
  database store "Payroll store" { stores: [pay] }
  database index "Index" { stores: [deals] }
}
visitor -> a0 { sends: [q], returns: [r] }
a0 -> own { sends: [q, pay, deals], returns: [r] }
a0 -> store { returns: [pay] }
a0 -> index { returns: [deals] }
visitor -> a1 { sends: [q], returns: [r] }
a1 -> own { sends: [q, pay, deals], returns: [r] }
a1 -> store { returns: [pay] }
a1 -> index { returns: [deals] }
visitor -> a2 { sends: [q], returns: [r] }
a2 -> own { sends: [q, pay, deals], returns: [r] }
a2 -> store { returns: [pay] }
a2 -> index { returns: [deals] }
visitor -> a3 { sends: [q], returns: [r] }
a3 -> own { sends: [q, pay, deals], returns: [r] }
a3 -> store { returns: [pay] }
a3 -> index { returns: [deals] }
visitor -> a4 { sends: [q], returns: [r] }
a4 -> own { sends: [q, pay, deals], returns: [r] }
a4 -> store { returns: [pay] }
a4 -> index { returns: [deals] }
attacker burglar "Burglar" { from: [visitor], wants: [pay, deals, own], skill: high }
