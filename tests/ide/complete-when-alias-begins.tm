// ask: complete
import "vendors.tm" as vendor
model "Desk" { owner: "Ana", catalog: 2026.1 }
prompts ask "Question"
boundary app "App" {
  web_app desk "Desk"
}
desk -> vendor.big { sends: [ask], returns: [vendor.reply] }
threat leak "Leak" {
  stride: tampering
  on: flow
  when: crosses and vendor.▮
  likelihood: 2
  impact: 2
  scenario: "Leaks."
}
//// vendors.tm
kind fraud_api: inference_api "Fraud API"
kind verdict: answers "Verdict"
verdict reply "Reply"
boundary theirs "Theirs" {
  trust: partner
  fraud_api big "Big one"
}
