// silent: model-extraction
//   The model is the provider's, and so is the loss if somebody copies it by asking.

model "Letter writer" { owner: "Front office", catalog: 2026.1 }

prompts wish "What to write"
answers letter "Letter" { from: [wish] }

anonymous_user visitor "Visitor"
model_provider hosted "Hosted model"

boundary cloud "Cloud account" {
  trust: internal
  web_app desk "Letter desk"
}

visitor -> desk "asks" { sends: [wish], returns: [letter], controls: [tls] }
desk -> hosted { sends: [wish], returns: [letter], controls: [tls] }
