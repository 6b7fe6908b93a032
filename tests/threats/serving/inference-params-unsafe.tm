// fires: inference-params-unsafe@model
// draws: owasp-llm-2025:LLM01, owasp-llm-2026:LLM01, nist-ai-100-2:NISTAML.018, exchange:directpromptinjection, atlas:AML.T0054
//   The school's endpoint passes all fields of a call on to the model. A pupil forbids the tokens with which
//   refusals begin and writes the first line of the answer himself; the model goes on from there as it was
//   trained never to do.

model "School model" { owner: "School board", catalog: 2026.1 }
prompts task "Task" { class: internal }
answers text "Text" { from: [task] }
end_user pupil "Pupil"
boundary board "School board" {
  trust: internal
  gateway door "Model gateway" { controls: [auth, rate_limit] }
  llm model "Language model" { proprietary: false, open_parameters: true }
}
pupil -> door { sends: [task], returns: [text], controls: [tls] }
door -> model { sends: [task], returns: [text] }
