// Rules that every model of the organisation keeps. A broken one is listed in each report and fails
// `check`; no setting of a model silences it.

import "kinds.tm"
import "controls.tm"

require auth on any gateway {
  because: "Security standard 3.1: every way in knows who comes."
  tags: [standard]
}
require tls on any flow {
  when: crosses and moves >= confidential
  because: "Security standard 4.2: confidential data moves encrypted."
  tags: [standard]
}
require scrubber on any flow {
  when: target is approved_model and sends personal
  because: "Privacy standard 1.4: no names to model providers."
  tags: [privacy]
}
require vendor_assurance on any approved_model { because: "Procurement guideline 7." }
require access_control on any store {
  when: element stores personal
  because: "Privacy standard 2.1."
}
require audit_log on any case_store { because: "Regulator: every look into a case is recorded." }

// Threats that the catalog does not have. `family` sorts them into the organisation's own taxonomy;
// reports, `explain` and JSON show it.

threat region-transfer "Personal data is processed outside the region" {
  family: [privacy, "Data residency"]
  stride: information_disclosure
  on: flow
  when: target is approved_model and target.region != eu and sends personal
  likelihood: 4
  impact: 4
  lowered_by: { scrubber: 2, vendor_assurance: 1 }
  refines: [flow-eavesdrop]
  scenario: """
    {target} computes {data} outside the EU. Authorities there may ask for it, and the people
    concerned can't object.
  """
  mitigation: "Use a model with `region: eu`, or take out what is personal before it leaves."
  phase: runtime
  refs: [owasp-llm-2025:LLM02]
}

threat training-on-claims "A provider trains on claims" {
  family: privacy
  stride: information_disclosure
  on: approved_model
  when: element.trains and element receives claim_file
  likelihood: 3
  impact: 4
  floor: 2
  lowered_by: { scrubber: 1 }
  scenario: "{element} learns from {data}, and what it learned can show in answers to others."
  mitigation: "Have training excluded by contract: `trains: false`."
  phase: development
}

threat advice-unreviewed "Advice on a claim is followed unseen" {
  family: conduct
  stride: tampering
  on: [orchestrator, agent]
  when: element gives answers and element receives claim_file
  likelihood: 3
  impact: 3
  lowered_by: { four_eyes: 2 }
  softened_by: { human_approval: 1 }
  scenario: "A handler under pressure passes on what {element} says, and a claim is refused for a wrong reason."
  mitigation: "Let a second person see what is refused, and show the passages that the advice rests on."
  tags: [conduct-risk]
}
