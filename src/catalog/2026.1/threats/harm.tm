// Harm to people by a system that works as it was built: nobody attacks, and still somebody is wronged, hurt or misled.
// The categories are those of PLOT4ai. Each rule asks for a person: data about people, decisions on them, somebody who
// takes the system's word, or who is in the way of what it moves. How the system would be classed by law is no
// condition: what is drawn decides, and the class is the lawyers' conclusion.
// The impact moves with the integrity of what is at stake, so a rule about decisions, which are of high integrity unless
// the model says otherwise, starts one below what it comes to.

// Conditions: bias, by data. Only examples and labels about people: weights that come from elsewhere
// bring their bias along, but who aggregates or loads them can't see it in the data. How bad it is hangs on what the
// model decides, which unsafe-decision rates: here the impact is what the difference between groups adds.
threat bias-data "The model errs more on people whom its data miss or misjudge" {
  harm: bias
  on: [training, federated_client]
  when: element receives personal and (element receives training_set or element receives labels)
  likelihood: 3
  floor: 2
  impact: 2
  lowered_by: { model_validation: 2, data_validation: 1, label_review: 1 }
  softened_by: { human_approval: 1, drift_monitoring: 1 }
  scenario: """
    The examples that {element} learns from have few of some people, or labels that repeat how others once judged them.
    Both are learned as the truth, and whoever is rare in the data or was judged harshly gets more errors than
    everybody else.
  """
  mitigation: """
    Measure errors by group before each release, and set the difference that stops it. Count in the data of
    {element} who is missing and collect more of it, look for columns that stand in for a group, and have labels on
    people given by several. Go on measuring once it runs.
  """
  phase: development
  layer: data_operations
  test: [giskard:PerformanceBiasDetector, giskard:EthicalBiasDetector]
  refs: [
    plot4ai:P4AI-6.01,
    plot4ai:P4AI-6.07,
    plot4ai:P4AI-6.08,
    plot4ai:P4AI-6.09,
    nist-ai-600-1:GAI-06,
    nist-ai-rmf:"MEASURE 2.11",
    iso-42001:A.7.4,
    iso-42001:A.5.4,
    eu-ai-act:"Art. 10",
    exchange:unwantedbiastesting,
    nist-sp-1270:systemic,
    nist-sp-1270:statistical
  ]
}

// Conditions: bias, amplified. Labels that come from the operation of the system, or its own decisions, go back into
// training, so what was decided once is learned as right. An attacker's part in this is data-poison-feedback.
threat bias-feedback "The system learns its own judgement of people as truth" {
  harm: bias
  on: [training]
  when: element receives personal and (element receives labels from feedback_store or element receives decisions)
    and element feeds model_server
  likelihood: 3
  floor: 2
  impact: 3
  lowered_by: { data_validation: 2, model_validation: 1, drift_monitoring: 1, provenance: 1 }
  softened_by: { human_approval: 1 }
  scenario: """
    What the running model decided about people, or what others decided on its word, comes back to {element} as labels.
    Who was turned away never gets to prove the model wrong, so each round makes it surer of the same people.
  """
  mitigation: """
    Mark what the model had a hand in, and weigh it less or leave it out of what {element} learns from. Let a small
    random share of cases be decided without the model, and take labels from those. Compare each round by group with
    the first one.
  """
  phase: [development, runtime]
  layer: data_operations
  test: [giskard:PerformanceBiasDetector]
  refs: [
    plot4ai:P4AI-6.12,
    plot4ai:P4AI-6.04,
    plot4ai:P4AI-8.04,
    nist-ai-600-1:GAI-06,
    nist-ai-rmf:"MEASURE 2.11",
    iso-42001:A.5.4,
    eu-ai-act:"Art. 15",
    exchange:unwantedbiastesting,
    nist-sp-1270:statistical
  ]
}

// Conditions: bias, by retrieval. Where what is found in a store about people goes into decisions; what is only answered
// is confabulation and overreliance.
threat bias-retrieval "What is retrieved about people tilts the decision on them" {
  harm: bias
  on: flow
  when: moves documents and moves personal and sender is store and receiver is process
    and (receiver gives decisions or receiver.use == decision_support)
  likelihood: 3
  floor: 2
  impact: 3
  lowered_by: { data_validation: 1, grounding: 1, model_validation: 1, red_teaming: 1 }
  softened_by: { human_approval: 1, transparency_notice: 1 }
  scenario: """
    For a case {receiver} fetches what {sender} holds nearest to it: old files that speak of people in the words
    of those who wrote them, and more of some than of others. The tone and the frequency of what was found go into the
    decision, though nobody put them into a rule.
  """
  mitigation: """
    Take from {sender} only what belongs to the case, and leave out what speaks of other persons. Try the same case
    with names, ages and sexes exchanged and compare what comes out. Show beside each decision the passages that
    {receiver} used.
  """
  phase: runtime
  layer: data_operations
  test: [promptfoo:bias:gender, promptfoo:bias:race, promptfoo:bias:age, aitg:AITG-APP-10]
  refs: [
    plot4ai:P4AI-6.05,
    plot4ai:P4AI-6.09,
    plot4ai:P4AI-6.15,
    nist-ai-600-1:GAI-06,
    nist-ai-rmf:"MEASURE 2.11",
    iso-42001:A.5.4,
    eu-ai-act:"Art. 10",
    exchange:unwantedbiastesting,
    nist-sp-1270:statistical
  ]
}

// Conditions: unsafe decision, on persons, which the maker's `use` says: not each score that is computed from
// something personal judges somebody. The first hop behind the maker decides it: a program takes the decision and nobody is
// in between. Where a person gets it, it is overreliance. What a device does is unsafe-action.
threat unsafe-decision "A decision about a person takes effect with nobody in between" {
  harm: oversight
  on: flow
  when: moves decisions and moves personal
    and (sender is model_server or sender is agent)
    and (sender.use == decision_support or sender.use == detection or sender.use == biometric)
    and receiver is process and not receiver is monitoring and not receiver is dashboard
  likelihood: 3
  impact: 3
  lowered_by: { human_approval: 2, monitoring: 1, drift_monitoring: 1 }
  softened_by: { transparency_notice: 1, audit_log: 1, incident_response: 1 }
  scenario: """
    {sender} scores a person, and {receiver} refuses, blocks or charges on that alone. Where the score is wrong
    nobody sees it before it takes effect, and the one who bears it has nobody to turn to.
  """
  mitigation: """
    Let a person decide what is hard to undo, with time and the right to differ from the score, and let {receiver} act
    alone only where an error costs little. Hold back what the model is unsure of. Offer a way to object that
    ends at a person, and count how often it succeeds.
  """
  phase: runtime
  layer: ecosystem
  refs: [
    plot4ai:P4AI-3.06,
    plot4ai:P4AI-7.07,
    plot4ai:P4AI-8.06,
    plot4ai:P4AI-8.09,
    nist-ai-600-1:GAI-07,
    nist-ai-rmf:"MAP 3.5",
    iso-42001:A.9.2,
    iso-42001:A.5.4,
    eu-ai-act:"Art. 14",
    exchange:oversight
  ]
}

// Conditions: unsafe decision, in the physical world: a model on a device, or one that reads sensors itself, whose
// decision goes on to a program. Where a person gets it, it is overreliance.
threat unsafe-action "A wrong reading becomes a movement before anybody can stop it" {
  harm: safety
  on: flow
  when: moves decisions and receiver is process and not receiver is monitoring and not receiver is gateway
    and sender is model_server and sender receives readings
    and (sender is edge_device or sender.deployed == edge or sender.deployed == device
      or sender receives readings from iot_sensor)
  likelihood: 3
  floor: 2
  impact: 4
  lowered_by: { model_validation: 1, ensemble: 1, human_approval: 2, drift_monitoring: 1 }
  softened_by: { kill_switch: 2, circuit_breaker: 1 }
  scenario: """
    In rain, low sun or a scene that no training held, {sender} takes one thing for another and is sure of it.
    {receiver} brakes, turns or switches on that word in less time than a person needs to look up.
  """
  mitigation: """
    Let {receiver} check what it is told against a second source that fails differently, and stay within limits that
    no model sets. Define where the model may be trusted and hand over in time where it ends. Give people a stop
    that works without {sender}, and test it.
  """
  phase: runtime
  layer: deployment
  refs: [
    plot4ai:P4AI-5.06,
    plot4ai:P4AI-5.07,
    plot4ai:P4AI-7.05,
    plot4ai:P4AI-8.09,
    nist-ai-rmf:"MEASURE 2.6",
    iso-42001:A.6.2.4,
    iso-42001:A.9.4,
    eu-ai-act:"Art. 9",
    eu-ai-act:"Art. 14",
    exchange:oversight
  ]
}

// Conditions: decision_support -> who gets it. Somebody who works with what comes out: not a stranger who asks once, and
// not the one whom a decision is about, who gets it by an application (opaque-decision). Kept at medium: it is true of
// almost every system with people in it, and what it costs is rated where the content goes wrong.
threat overreliance "People accept or forward AI output without checking it" {
  harm: safety
  on: flow
  when: receiver is user and not receiver is anonymous_user
    and (moves answers and (sender.use == decision_support or sender is agent or sender reaches llm or sender.generative)
      or moves decisions and not sender is gateway and not sender is mobile_app
        and (receiver is staff or not sender is web_app)
      or moves code and (sender is agent or sender is code_generator or receiver is human_reviewer))
  likelihood: 3
  impact: 2
  lowered_by: { user_training: 1, transparency_notice: 1, grounding: 1 }
  softened_by: { human_approval: 1 }
  scenario: """
    {receiver} has seen what comes from {sender} be right many times, and is short of time. What reads well or stands
    out is taken over unchecked, the wrong one as well, and the skill to notice it fades.
  """
  mitigation: """
    Show with {data} how sure the model is, what it used and where it is weak, and let {receiver} form a view
    first where much hangs on it and there is time. Teach people its typical mistakes with cases. Where it can do no
    harm put in a case now and then that is known to be wrong, and see who notices.
  """
  phase: runtime
  layer: ecosystem
  test: [promptfoo:overreliance]
  refs: [
    plot4ai:P4AI-5.04,
    plot4ai:P4AI-6.11,
    plot4ai:P4AI-8.03,
    atlas:AML.T0067,
    atlas:AML.T0067.000,
    atlas:AML.T0048,
    owasp-llm-2025:LLM09,
    owasp-llm-2026:LLM07,
    owasp-agentic:ASI09,
    owasp-agentic:T15,
    nist-ai-600-1:GAI-07,
    nist-ai-rmf:"GOVERN 3.2",
    iso-42001:A.8.2,
    eu-ai-act:"Art. 14",
    eu-ai-act:"Art. 4",
    cwe:451,
    maestro:L7,
    exchange:oversight,
    saif:riskInsecureModelOutput,
    nist-sp-1270:human
  ]
}

// Conditions: transparency. The one whom it is about gets the decision, by an application or straight from the model.
threat opaque-decision "People cannot learn why a decision on them was made, or object" {
  harm: transparency
  on: flow
  when: moves decisions and moves personal and crosses
    and (receiver is user and not receiver is staff or receiver is data_subject)
    and (sender is web_app or sender is gateway or sender is mobile_app or sender is business_app
      or sender is model_server or sender is agent)
  likelihood: 3
  impact: 2
  lowered_by: { transparency_notice: 2, audit_log: 1 }
  softened_by: { human_approval: 1 }
  scenario: """
    {receiver} gets {data} from {sender} without the reasons, perhaps without a word that a model had a part in it.
    A mistake in the input stays in it, and nobody can be asked to look again.
  """
  mitigation: """
    Say with {data} that a model was used, which of the person's details counted most, and how to correct them. Offer
    a review by a person, with a time by which it answers. Keep input, version and reasons of each decision, so that
    the review has something to look at.
  """
  phase: runtime
  layer: ecosystem
  test: [aitg:AITG-APP-14]
  refs: [
    plot4ai:P4AI-2.01,
    plot4ai:P4AI-2.06,
    plot4ai:P4AI-7.04,
    plot4ai:P4AI-8.10,
    nist-ai-rmf:"MEASURE 2.9",
    nist-ai-rmf:"MEASURE 2.8",
    iso-42001:A.8.2,
    iso-42001:A.8.5,
    iso-23894:B.3,
    eu-ai-act:"Art. 86",
    eu-ai-act:"Art. 50",
    exchange:explainability,
    exchange:aitransparency
  ]
}

// Conditions: unlawful use. What the drawing itself shows of the uses that the EU AI Act forbids or ranks high: persons
// recognized from a scene, who did not ask for it, and decisions about people. A voice or a face that somebody
// gives to prove who they are is neither.
threat unlawful-use "The system does to people what the law forbids or restricts" {
  harm: rights
  on: [model_server, agent]
  when: element receives personal
    and (element.use == decision_support
      or element.use == biometric
        and (element receives readings from iot_sensor or element receives readings from physical_environment
          or element receives readings from edge_device))
  likelihood: 2
  impact: 4
  lowered_by: { consent_lawful_basis: 1, audit_log: 1, change_control: 1 }
  softened_by: { human_approval: 2, transparency_notice: 1 }
  scenario: """
    {element} recognizes, ranks or assesses people where the law allows that only under conditions, or not at all, and
    nobody has asked. Or it was cleared for one use, and another was found for it since. People lose a right, and the
    operator learns of it from an authority.
  """
  mitigation: """
    Write down what {element} is for and what it is not for, have its risk class decided before it runs and state it in
    the model (`eu_ai_act`), and make each new use pass the same gate. For a high-risk use bring what the law asks:
    oversight by people, records, notice to those concerned, an assessment of their rights. What is forbidden, leave.
  """
  phase: [development, runtime]
  layer: ecosystem
  refs: [
    plot4ai:P4AI-3.03,
    plot4ai:P4AI-3.07,
    plot4ai:P4AI-7.02,
    plot4ai:P4AI-7.12,
    plot4ai:P4AI-6.15,
    nist-ai-rmf:"GOVERN 1.1",
    iso-42001:A.5.2,
    iso-42001:A.9.4,
    eu-ai-act:"Art. 5",
    eu-ai-act:"Art. 6",
    eu-ai-act:"Art. 27",
    exchange:checkcompliance
  ]
}
