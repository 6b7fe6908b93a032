// fires: guardrail-bypass@filter
// draws: atlas:AML.T0068, atlas:AML.T0054, owasp-llm-2025:LLM01, owasp-llm-2026:LLM01, nist-ai-100-2:NISTAML.018, exchange:directpromptinjection, saif:riskPromptInjection, cwe:184
//   A visitor writes the request in base64 and asks the model to decode it first. The filter looks for words and
//   finds none; the model decodes and answers.

model "Recipe chat" { owner: "Recipes", catalog: 2026.1 }

prompts question "Question"
answers reply "Answer" { from: [question] }

anonymous_user cook "Cook"

boundary kitchen "Recipe site" {
  trust: internal
  web_app page "Recipe page"
  guardrail filter "Prompt filter" { controls: [prompt_guard] }
  llm model "Own model"
}

cook -> page "asks" { sends: [question], returns: [reply], controls: [tls] }
page -> model { sends: [question], returns: [reply], via: [filter] }
