// silent: prompt-injection-direct
//   The caller is put through to a person, and no model listens.

model "Telephone desk" { owner: "Front office", catalog: 2026.1 }

recordings speech "Caller's voice"
documents reply "Answer"

end_user caller "Caller"

boundary line "Call center" {
  trust: internal
  gateway media "Media gateway"
  web_app board "Switchboard"
  staff clerk "Clerk"
}

caller -> media "calls" { sends: [speech], returns: [reply] }
media -> board { sends: [speech], returns: [reply] }
clerk -> board "takes the call" { sends: [reply], returns: [speech] }
