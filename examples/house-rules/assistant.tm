// An assistant for claims handlers, built on what its organisation prescribes: start here, then
// look into house/. Words, controls, policy and the shared platform are written once, by those who
// answer for them, and imported by every model.

import "house/kinds.tm" // own kinds of elements and data
import "house/controls.tm" // own words for controls
import "house/policy.tm" // rules that every model keeps, and own threats
import "house/platform.tm" as platform // parts that others run: platform.door, platform.llm, …

model "Claims assistant" {
  owner: "Claims department"
  version: "1.0"
  catalog: 2026.1
  appetite: low
  marking: "Internal"
  review: every 6 months
  tags: [claims, pilot]
  about: """
    Claims handlers ask about a claim in their own words. The assistant looks up the file and
    the handbook, and asks the language model that the platform team has approved.
  """
}

// `claim_file` and `case_store` are words of house/kinds.tm: class, threats and properties come along.
claim_file claims "Claim files"
documents handbook "Claims handbook" { class: internal, integrity: high }
prompts question "Question" { class: internal }
answers advice "Advice" { from: [question, claims, handbook] }

end_user handler "Claims handler" { trust: internal }

boundary claims_app "Claims application" {
  trust: internal
  tags: [claims]
  web_app desk "Claims desk"
  orchestrator assistant "Assistant"
  boundary records "Claim records" {
    trust: restricted
    case_store cases "Case store" {
      stores: [claims]
      retention_years: 10
      controls: [access_control, audit_log, encryption_at_rest]
    }
    rag_store index "Handbook index" { stores: [handbook], controls: [access_control] }
  }
}

handler -> platform.door "asks" {
  sends: [question]
  returns: [advice]
  protocol: https
  controls: [tls]
}
platform.door -> desk { sends: [question], returns: [advice], controls: [tls] }
platform.door -> platform.sso "signs in" { sends: [platform.login], controls: [tls] }
desk -> assistant { sends: [question], returns: [advice] }
assistant -> cases "the claim" { sends: [question], returns: [claims], controls: [tls] }
assistant -> index "passages" { sends: [question], returns: [handbook], controls: [tls] }
// The policy asks for a scrubber on the way to any approved model; the platform runs one.
assistant -> platform.llm "prompt" {
  sends: [question, claims, handbook]
  returns: [advice]
  via: [platform.scrubber]
  controls: [tls]
}
assistant -> platform.log { writes: [platform.events], one_way: true, controls: [tls] }

// How a broken rule looks: take `tls` off the flow to the case store above, and
//
//     trustline check examples/house-rules/assistant.tm
//
// ends with exit status 1, with or without `--fail-on`, and says
//
//     warning[broken-requirement]: `assistant->cases` has no `tls`, which a rule of the house requires
//
// with this line and the line of house/policy.tm that asks for it.

attacker insider "Curious handler" {
  from: [handler]
  skill: low
  wants: [claims]
  motive: "Files of neighbours and public figures"
}

// A control of this system, of a kind that house/controls.tm declares.
control signoff: four_eyes "Second handler signs off refusals" {
  on: [assistant]
  evidence: "Process CL-12"
  status: verified
  verified: 2026-06-10
}

// Threats of the house are answered like those of the catalog; parts of the platform by their alias.
mitigate advice-unreviewed on assistant { with: [signoff], owner: "Head of Claims" }
accept confabulation on platform.llm {
  because: "Each answer shows the passages it rests on, and handlers decide."
  by: "Head of Claims"
  at: high
  until: 2027-06-30
}
rated provider-retention on platform.llm {
  likelihood: 1
  because: "No retention: contract of the platform team, annex B."
  by: "Platform"
}

reviewed 2026-09-15 { by: "Security guild" }
