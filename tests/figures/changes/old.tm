// Before: see `new.tm`.
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
