// silent: guardrail-outage
//   There is no filter that could fail.

model "Poem chat" { owner: "Library", catalog: 2026.1 }

prompts question "Question"
answers reply "Answer" { from: [question] }

anonymous_user reader "Reader"

boundary library "Library" {
  trust: internal
  web_app page "Poem page"
  llm model "Own model"
}

reader -> page "asks" { sends: [question], returns: [reply], controls: [tls] }
page -> model { sends: [question], returns: [reply] }
