// fires: store-tamper@frames
// draws: exchange:augmentationdatamanipulation, owasp-llm-2025:LLM04, owasp-llm-2026:LLM05, atlas:AML.T0081
//   Every service account may write to the store of instructions. Somebody who has got hold of one adds a
//   line to the frame of the hotline's model: that callers be told another number to ring. Each call from
//   then on carries it.

model "Hotline assistant" { owner: "Hotline", catalog: 2026.1 }
instructions frame "Frame"
prompts question "Question" { class: internal }
answers reply "Reply" { from: [question] }
end_user caller "Caller"
boundary hotline "Hotline" {
  trust: internal
  orchestrator desk "Assistant" { controls: [auth, audit_log] }
  prompt_store frames "Instructions"
  llm model "Own model" { proprietary: false }
}
caller -> desk { sends: [question], returns: [reply], controls: [tls] }
desk -> frames { returns: [frame] }
desk -> model { sends: [frame, question], returns: [reply] }
