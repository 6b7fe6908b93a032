// fires: provider-outage@speech
// draws: owasp-llm-2025:LLM03, owasp-llm-2026:LLM04, owasp-dsgai-2026:DSGAI17, saif:riskDenialOfMLService, atlas:AML.T0029
//   The emergency line has calls translated by a hosted model. On a stormy evening the provider throttles all
//   customers of the region; the desk hears callers it does not understand, and has no other interpreter.

model "Emergency interpreter" { owner: "Control room", catalog: 2026.1 }
prompts call "Words of the caller" { personal: true, availability: high }
answers words "Translation" { from: [call], availability: high }
end_user caller "Caller"
model_provider speech "Hosted translation"
boundary room "Control room" {
  trust: internal
  web_app desk "Call desk" { controls: [audit_log] }
}
caller -> desk { sends: [call], returns: [words] }
desk -> speech { sends: [call], returns: [words], controls: [tls] }
