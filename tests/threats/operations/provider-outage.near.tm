// silent: provider-outage
//   The model runs in the control room: no provider's trouble or contract can take it away.

model "Emergency interpreter" { owner: "Control room", catalog: 2026.1 }
prompts call "Words of the caller" { personal: true, availability: high }
answers words "Translation" { from: [call], availability: high }
end_user caller "Caller"
boundary room "Control room" {
  trust: internal
  llm speech "Own translation model"
  web_app desk "Call desk" { controls: [audit_log] }
}
caller -> desk { sends: [call], returns: [words] }
desk -> speech { sends: [call], returns: [words], controls: [tls] }
