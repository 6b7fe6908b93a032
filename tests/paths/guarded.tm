// The same with a guard at the door and a filter on what leaves: both hold the way, and no other is drawn.
model "Guarded" {}
documents notes "Notes" { class: confidential }
prompts question "Question"
answers reply "Reply" { from: [question, notes] }
anonymous_user visitor "Visitor"
boundary cloud "Cloud" {
  trust: internal
  web_app desk "Help desk" { controls: [prompt_guard] }
  llm own "Model"
  database index "Index" { stores: [notes] }
}
control filter: output_filtering "Filter" { on: [desk], status: planned }
visitor -> desk { sends: [question], returns: [reply] }
desk -> index { returns: [notes] }
desk -> own { sends: [question, notes], returns: [reply] }
attacker anyone "Anybody" { from: [visitor], wants: [notes] }
