// A visitor asks, the answer is made from what is confidential. Access control at the store lets the help
// desk in and so does not stop whoever comes by way of it; encryption protects the line, on which nobody
// sits here.
model "Question" {}
documents notes "Notes" { class: confidential }
prompts question "Question"
answers reply "Reply" { from: [question, notes] }
anonymous_user visitor "Visitor"
boundary cloud "Cloud" {
  trust: internal
  web_app desk "Help desk"
  llm own "Model"
  database index "Index" { stores: [notes], controls: [access_control] }
}
visitor -> desk { sends: [question], returns: [reply], controls: [tls] }
desk -> index { returns: [notes] }
desk -> own { sends: [question, notes], returns: [reply] }
attacker anyone "Anybody" { from: [visitor], wants: [notes], skill: low, motive: "Curiosity" }
