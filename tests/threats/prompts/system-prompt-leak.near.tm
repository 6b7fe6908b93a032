// silent: system-prompt-leak
//   The question goes to the model as it is; there are no instructions of one's own that it could tell.

model "Booking assistant" { owner: "Booking", catalog: 2026.1 }

prompts question "Question"
answers reply "Answer" { from: [question] }

anonymous_user visitor "Visitor"
model_provider llm "Hosted model"

boundary booking "Booking site" {
  trust: internal
  web_app page "Assistant"
}

visitor -> page "asks" { sends: [question], returns: [reply], controls: [tls] }
page -> llm { sends: [question], returns: [reply], controls: [tls] }
