// A door is walled up, a lobby built, and the office guarded.
model "Two doors" { marking: "TLP:GREEN" }
documents notes "Notes" { class: confidential }
prompts question "Question"
answers reply "Reply" { from: [question, notes] }
anonymous_user visitor "Visitor"
user client "Client" { trust: partner }
boundary cloud "Cloud" {
  trust: internal
  web_app front "Front desk" { controls: [prompt_guard] }
  gateway lobby "Lobby"
  boundary inner "Inner rooms" {
    trust: internal, apart: true
    web_app back "Back office" { controls: [prompt_guard] }
    llm own "Model"
    database index "Index" { stores: [notes] }
  }
}
visitor -> front { sends: [question], returns: [reply] }
client -> lobby as api { sends: [question], returns: [reply] }
front -> index "looks up" { sends: [question], returns: [notes] }
front -> own { sends: [question, notes], returns: [reply] }
lobby -> back { sends: [question], returns: [reply] }
back -> index { returns: [notes] }
back -> own { sends: [question, notes], returns: [reply] }
