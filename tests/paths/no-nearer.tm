// Two threats on the index lead nobody to the notes: old copies that only tidying up lowers, and questions that a
// stranger could read there. So the step into the index is ordinary use, and no control on them is a chokepoint.
model "No nearer" {}
documents notes "Notes" { class: confidential }
prompts question "Question"
answers reply "Reply" { from: [question, notes] }
anonymous_user visitor "Visitor"
boundary cloud "Cloud" {
  trust: internal
  web_app desk "Help desk"
  llm own "Model"
  database index "Index" { stores: [notes, question], controls: [access_control] }
}
control erasure_process "Erasure process" { acts: upkeep, group: governance, about: "A test." }
threat copies "Old copies live on" {
  stride: information_disclosure
  on: database
  when: element stores documents
  likelihood: 3
  impact: 3
  lowered_by: { erasure_process: 2 }
  scenario: "A test."
  mitigation: "A test."
}
threat curious "Questions of others are read" {
  stride: information_disclosure
  on: database
  when: element stores prompts
  likelihood: 3
  impact: 3
  lowered_by: { rate_limit: 2 }
  scenario: "A test."
  mitigation: "A test."
}
visitor -> desk { sends: [question], returns: [reply] }
desk -> index { writes: [question], returns: [notes] }
desk -> own { sends: [question, notes], returns: [reply] }
attacker anyone "Anybody" { from: [visitor], wants: [notes] }
