// Data that is sent to where the attacker stands needs no way in; what is out of reach is said to be so, and
// so is what it has already.
model "Comes by itself" {}
documents notes "Notes" { class: confidential }
documents plans "Plans" { class: secret }
prompts question "Question"
answers reply "Reply" { from: [question, notes] }
provider host "Hosted model"
boundary cloud "Cloud" {
  trust: internal
  web_app desk "Help desk"
  database index "Index" { stores: [notes] }
}
boundary vault "Vault" {
  trust: restricted
  database safe "Safe" { stores: [plans] }
  job archive "Archive"
}
desk -> index { returns: [notes] }
desk -> host { sends: [question, notes], returns: [reply] }
archive -> safe { writes: [plans] }
attacker insider "Somebody at the host" { from: [host], wants: [notes, plans, host] }
