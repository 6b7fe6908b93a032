// silent: malicious-skill
//   The agent installs only what the company keeps itself and has looked through.

model "Slide agent" { owner: "Marketing", catalog: 2026.1 }

prompts wish "Wish"
packages skill "Skill"
documents figures "Figures" { class: confidential }
answers slides "Slides" { from: [wish, figures] }

boundary company "Company" {
  trust: internal
  staff colleague "Colleague"
  agent helper "Slide agent"
  document_store files "Figures" { stores: [figures] }
  container_registry own "Own skills"
}
boundary machines "Machine room" {
  trust: internal
  llm model "Own model"
}

colleague -> helper "asks" { sends: [wish], returns: [slides] }
colleague -> own "looks through" { returns: [skill] }
helper -> own "installs" { returns: [skill] }
helper -> files "looks up" { returns: [figures] }
helper -> model "writes" { sends: [wish, figures], returns: [slides] }
