// fires: hallucinated-dependency@coder
// draws: atlas:AML.T0060, atlas:AML.T0062, atlas:AML.T0011.001, owasp-llm-2025:LLM09, owasp-llm-2025:LLM03, owasp-llm-2026:LLM07, owasp-llm-2026:LLM04, owasp-agentic:ASI04
//   The agent writes an import of a package that does not exist but sounds right. Somebody has
//   asked models for such names and registered them; when the agent installs what it wrote,
//   their code runs on the developer's machine.

model "Coding helper" { owner: "Developer experience", catalog: 2026.1 }

prompts wish "Wish"
code patch "Patch"
answers advice "Advice"
packages libraries "Libraries"

package_registry index "Public package index"

boundary desk "Developer machine" {
  trust: internal
  staff developer "Developer"
  coding_agent coder "Coding agent"
  llm brain "Model"
}

developer -> coder { sends: [wish], returns: [patch] }
coder -> brain { sends: [wish], returns: [advice] }
coder -> index "installs" { returns: [libraries], controls: [tls] }
