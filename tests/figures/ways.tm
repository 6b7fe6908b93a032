// Two doors, of which one is guarded, and two attackers; a threat of techniques that have names.
model "Two doors" { marking: "TLP:GREEN" }
documents notes "Notes" { class: confidential }
prompts question "Question"
answers reply "Reply" { from: [question, notes] }
anonymous_user visitor "Visitor"
user client "Client" { trust: partner }
boundary cloud "Cloud" {
  trust: internal
  web_app front "Front desk" { controls: [prompt_guard] }
  gateway side "Side door"
  boundary inner "Inner rooms" {
    trust: restricted
    web_app back "Back office"
    llm own "Model"
    database index "Index" { stores: [notes] }
  }
}
visitor -> front { sends: [question], returns: [reply] }
visitor -> side { sends: [question], returns: [reply] }
client -> side as api { sends: [question], returns: [reply] }
front -> index { returns: [notes] }
front -> own { sends: [question, notes], returns: [reply] }
side -> back { sends: [question], returns: [reply] }
side -> back as again { sends: [question], returns: [reply] }
back -> index { returns: [notes] }
back -> own { sends: [question, notes], returns: [reply] }
threat told "Whoever asks is told too much" {
  stride: [information_disclosure, elevation_of_privilege]
  on: llm
  likelihood: 3
  impact: 3
  scenario: "A test."
  mitigation: "A test."
  refs: [atlas:AML.T0051.000, atlas:AML.T0057, atlas:AML.T0024]
}
attacker low "Beginner" { from: [visitor], wants: [notes, own], skill: low }
attacker client "Client's staff" { from: [client], wants: [index] }
