// fires: flow-eavesdrop@desk->llm
// draws: owasp-llm-2025:LLM02, owasp-llm-2026:LLM02, exchange:inputdataleak, saif:riskSensitiveDataDisclosure, atlas:AML.T0025
//   The old proxy of the branch takes calls to the model apart to scan them and passes them on in plain text.
//   Whoever sits behind it at the carrier reads every question about the staff plan.

model "Staff plan" { owner: "Personnel", catalog: 2026.1 }
prompts question "Question about the plan" { class: internal }
answers reply "Reply" { from: [question] }
model_provider llm "Hosted model"
boundary branch "Branch" {
  trust: internal
  staff planner "Planner"
  web_app desk "Planning page" { controls: [auth, audit_log] }
}
planner -> desk { sends: [question], returns: [reply] }
desk -> llm { sends: [question], returns: [reply] }
