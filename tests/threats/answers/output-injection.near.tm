// silent: output-injection
//   The model gives one topic out of a list, and the desk shows its own text for it; no words of the model are put
//   into a page.

model "Hotel desk" { owner: "Hotel", catalog: 2026.1 }

prompts question "Question"
decisions topic "Topic" { from: [question] }

anonymous_user guest "Guest"
model_provider llm "Hosted model"

boundary hotel "Hotel" {
  trust: internal
  web_app desk "Guest desk"
  staff clerk "Clerk"
}

guest -> desk "asks" { sends: [question], returns: [topic], controls: [tls] }
desk -> llm { sends: [question], returns: [topic], controls: [tls] }
clerk -> desk "reads" { returns: [topic] }
