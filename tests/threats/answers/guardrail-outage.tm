// fires: guardrail-outage@filter
// draws: atlas:AML.T0029, owasp-llm-2025:LLM10, owasp-llm-2026:LLM06, exchange:airesourceexhaustion, saif:riskDenialOfMLService, cwe:755
//   A visitor sends very long questions until the filter runs into its time limit. From then on the page sends
//   questions past it, as it was told to for times of trouble.

model "Poem chat" { owner: "Library", catalog: 2026.1 }

prompts question "Question"
answers reply "Answer" { from: [question] }

anonymous_user reader "Reader"

boundary library "Library" {
  trust: internal
  web_app page "Poem page"
  guardrail filter "Prompt filter"
  llm model "Own model"
}

reader -> page "asks" { sends: [question], returns: [reply], controls: [tls] }
page -> model { sends: [question], returns: [reply], via: [filter] }
