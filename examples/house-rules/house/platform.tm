// What the platform team runs for everybody. A model imports it behind a name and draws its flows to
// platform.door, platform.llm and the others. Parts, controls and assumptions come along; what the
// platform team accepted for itself does not.

import "kinds.tm"
import "controls.tm"

credentials login "Sign-in" { class: confidential }
logs events "Audit events" { class: internal, integrity: high }

boundary shared "Shared platform" {
  trust: internal
  owner: "Platform team"
  tags: [platform]
  controls: [audit_log]
  // Named `entry` until 2026: responses of older models still find it.
  gateway door "Front door" { was: entry, controls: [auth, mfa, rate_limit] }
  identity_provider sso "Single sign-on"
  guardrail scrubber "Prompt scrubber" { controls: [scrubber] }
  log_store log "Audit log" { stores: [events], controls: [access_control, log_protection] }
}

approved_model llm "Approved LLM" {
  region: eu
  contract: "PT-2026-04"
  controls: [vendor_assurance]
}

assumption "The provider's EU region has no support access from elsewhere." {
  about: [llm]
  owner: "Platform team"
}
