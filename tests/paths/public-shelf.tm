// The same with a public shelf: who likes can read there.
model "Public shelf" {}
documents notes "Notes" { class: confidential }
prompts question "Question"
anonymous_user visitor "Visitor"
model_hub shelf "Public shelf"
boundary cloud "Cloud" {
  trust: internal
  web_app front "Front desk"
  database index "Index" { stores: [notes] }
  llm own "Model"
}
visitor -> front { sends: [question] }
front -> own { sends: [question] }
front -> index { returns: [notes] }
front -> shelf { sends: [notes] }
attacker anyone "Anybody" { from: [visitor], wants: [notes] }
