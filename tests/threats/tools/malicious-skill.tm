// fires: malicious-skill@helper->market
// draws: owasp-llm-2025:LLM03, owasp-llm-2026:LLM04, owasp-agentic:ASI04, owasp-agentic:T17, nist-ai-100-2:NISTAML.05, saif:riskToolSourceProvenance
//   A skill for making slides has a thousand stars, most of them bought. Its set-up step also reads the folder with
//   keys and sends it away; the agent installs it for a user and runs that step.

model "Slide agent" { owner: "Marketing", catalog: 2026.1 }

prompts wish "Wish"
packages skill "Skill"
documents figures "Figures" { class: confidential }
answers slides "Slides" { from: [wish, figures] }

package_registry market "Public skills"

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
helper -> market "installs" { returns: [skill], controls: [tls] }
helper -> files "looks up" { returns: [figures] }
helper -> model "writes" { sends: [wish, figures], returns: [slides] }
