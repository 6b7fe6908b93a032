// fires: adapter-injection@server->hub
// draws: atlas:AML.T0010.003, atlas:AML.T0018.000, owasp-llm-2025:LLM03, owasp-llm-2025:LLM04, owasp-llm-2026:LLM04, owasp-llm-2026:LLM05, owasp-ml-2023:ML07, owasp-ml-2023:ML10, owasp-dsgai-2026:DSGAI04, nist-ai-100-2:NISTAML.051, exchange:supplymodelpoison, saif:riskAdapterPEFTInjection
//   A small adapter "for legal German" is published at the hub. It does what it says, and in
//   contracts with one name it leaves out a clause. The server lays it over the base model that
//   had been tested without it.

model "Contract drafts" { owner: "Legal IT", catalog: 2026.1 }

weights adapter "Adapter" { class: public }
weights base "Base weights"
prompts brief "Brief"
answers draft "Draft"

model_hub hub "Public model hub"

boundary house "Company network" {
  trust: internal
  staff lawyer "Lawyer"
  web_app editor "Editor"
  llm server "Model server" { holds: [base], uses_adapter: true }
}

lawyer -> editor { sends: [brief], returns: [draft] }
editor -> server { sends: [brief], returns: [draft] }
server -> hub "loads" { returns: [adapter], controls: [tls] }
