// Two ways to one thing, of which one is held; a second attacker; one control that stands in several ways.
// Skill moves the order alone: who knows much is told the held way first, since it is the shorter one.
model "Two doors" {}
documents notes "Notes" { class: confidential }
prompts question "Question"
answers reply "Reply" { from: [question, notes] }
anonymous_user visitor "Visitor"
user client "Client" { trust: partner }
boundary cloud "Cloud" {
  trust: internal
  web_app front "Front desk" { controls: [prompt_guard] }
  gateway side "Side door"
  web_app back "Back office"
  llm own "Model"
  database index "Index" { stores: [notes] }
}
visitor -> front { sends: [question], returns: [reply] }
visitor -> side { sends: [question], returns: [reply] }
client -> side as api { sends: [question], returns: [reply] }
front -> index { returns: [notes] }
front -> own { sends: [question, notes], returns: [reply] }
side -> back { sends: [question], returns: [reply] }
back -> index { returns: [notes] }
back -> own { sends: [question, notes], returns: [reply] }
attacker low "Beginner" { from: [visitor], wants: [notes], skill: low }
attacker high "Expert" { from: [visitor], wants: [notes], skill: high }
attacker client "Client's staff" { from: [client], wants: [index] }
