// fires: prompt-injection-multimodal@guest->speaker
// draws: atlas:AML.T0051, atlas:AML.T0068, owasp-llm-2025:LLM01, owasp-agentic:ASI01, nist-ai-100-2:NISTAML.015, exchange:indirectpromptinjection, saif:riskPromptInjection
//   A video that plays in the room holds a sentence too fast for people to follow. The speaker hears it together with
//   the guest, and the agent opens the blinds of all rooms.

model "Room service by voice" { owner: "Hotel", catalog: 2026.1 }

recordings voice "Voice in the room"
tool_calls command "Command" { from: [voice] }
tool_results done "What was done"
answers spoken "Spoken answer" { from: [voice] }

end_user guest "Guest"

boundary hotel "Hotel" {
  trust: internal
  gateway speaker "Speaker"
  agent butler "Room agent"
  llm model "Speech and language model" { modality: [audio, text] }
  tool blinds "Blinds and lights"
}

guest -> speaker "speaks" { sends: [voice], returns: [spoken] }
speaker -> butler { sends: [voice], returns: [spoken] }
butler -> model { sends: [voice, done], returns: [command, spoken] }
butler -> blinds { sends: [command], returns: [done] }
