// silent: jailbreak
//   Only teachers who are known to the school ask. They may coax the model too, but nobody comes from the street to
//   make it write under the school's name.

model "Homework helper" { owner: "Learning platform", catalog: 2026.1 }

prompts question "Question"
answers reply "Answer" { from: [question] }

end_user visitor "Teacher" { trust: partner }

boundary school "Learning platform" {
  trust: internal
  web_app chat "Chat page"
  llm model "Open model" { proprietary: false }
}

visitor -> chat "asks" { sends: [question], returns: [reply], controls: [tls] }
chat -> model { sends: [question], returns: [reply] }
