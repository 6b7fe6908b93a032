// What the answers of generative models do, and the filters that look at them.

// Conditions: model.generative -> answers or code of a model. The sink is a part that shows or stores what it gets as
// markup, or runs it; code that an agent runs is agent-code-exec, queries are nl-to-query.
threat output-injection "Model output is rendered or run as code" {
  stride: [tampering, elevation_of_privilege]
  on: flow
  when: tainted by untrusted
    and (sender is llm or sender is agent or sender is orchestrator or sender is model_server)
    and ((moves answers or moves documents) and (receiver is web_app or receiver is browser or receiver is business_app)
      or (moves answers or moves code) and receiver is code_runner and not sender is agent)
  likelihood: 4
  impact: 4
  lowered_by: { output_encoding: 2, output_filtering: 1 }
  softened_by: { sandboxing: 1, least_privilege: 1 }
  scenario: """
    A prompt or a planted text from {start} makes {sender} put script, markup or a command into what it makes ({data}).
    {receiver} takes model output for its own and renders or runs it, with the rights of whoever is looking or of the
    machine underneath.
  """
  mitigation: """
    Treat what {sender} gives like input from a stranger: let {receiver} escape it for the place where it goes,
    allow a small set of markup, and check structured output against a schema. Forbid inline script in the page, and
    run nothing from an answer outside a sandbox.
  """
  phase: runtime
  layer: agent_frameworks
  test: [
    garak:exploitation,
    garak:ansiescape,
    promptfoo:sql-injection,
    promptfoo:shell-injection,
    aitg:AITG-APP-05
  ]
  refs: [
    atlas:AML.T0050,
    atlas:AML.T0077,
    owasp-llm-2025:LLM05,
    owasp-llm-2026:LLM10,
    owasp-agentic:ASI05,
    owasp-agentic:T11,
    owasp-ml-2023:ML09,
    owasp-api-2023:API10,
    nist-ai-100-2:NISTAML.039,
    cwe:1426,
    cwe:79,
    cwe:89,
    cwe:78,
    maestro:L3,
    exchange:outputcontainsconventionalinjection,
    saif:riskInsecureModelOutput
  ]
}

// Conditions: renders_markup -> property of browser, web_app, user and mobile_app. There must be something to carry
// away and somebody who can plant the link. Behind a web application it is the browser, where one is drawn.
threat render-exfil "Links or images in an answer carry data away" {
  stride: information_disclosure
  on: flow
  when: moves answers and receiver.renders_markup and not receiver gives answers to browser
    and tainted by untrusted and (moves >= confidential or moves personal)
  likelihood: 4
  impact: 4
  lowered_by: { output_encoding: 2, egress_control: 2, output_filtering: 1 }
  scenario: """
    A planted text makes the model write an image or a link whose address holds what is in its context. When
    {receiver} shows the answer it fetches the image, and the data are in the attacker's log without a click.
  """
  mitigation: """
    Let {receiver} load images and follow links only to addresses on a list, set by a Content-Security-Policy, and
    show the rest as plain text. Strip addresses with long parameters from answers at {sender}.
  """
  phase: runtime
  layer: ecosystem
  test: [garak:web_injection, pyrit:WebInjection, promptfoo:data-exfil]
  refs: [
    atlas:AML.T0077,
    owasp-llm-2025:LLM05,
    owasp-llm-2025:LLM02,
    owasp-llm-2026:LLM10,
    owasp-llm-2026:LLM02,
    owasp-agentic:ASI02,
    nist-ai-100-2:NISTAML.039,
    nist-ai-100-2:NISTAML.036,
    cwe:201,
    cwe:1426,
    maestro:LX.4,
    exchange:outputcontainsconventionalinjection,
    saif:riskCovertChannelsInModelOutputs,
    linddun:DD
  ]
}

// Conditions: model.generative -> the kind. An agent counts where its model is not drawn.
threat confabulation "Fluent but false output is used as fact" {
  stride: tampering
  on: [llm, agent]
  when: element gives answers and (element is llm or not element reaches llm)
  likelihood: 5
  floor: 2
  impact: 2
  lowered_by: { grounding: 2, model_validation: 1 }
  softened_by: { human_approval: 1, transparency_notice: 1 }
  scenario: """
    {element} answers with invented facts, sources or numbers in the same sure tone as true ones. People or programs
    downstream act on them, and no attacker is needed.
  """
  mitigation: """
    Let {element} answer from passages that are shown with the answer, and say so when it has none. Check what can
    be checked in code (numbers, identifiers, links). Measure wrong answers before each release, tell users that a
    model wrote it, and let a person confirm what is costly to get wrong.
  """
  phase: runtime
  layer: foundation_models
  test: [garak:snowball, garak:misleading, promptfoo:hallucination, aitg:AITG-APP-11]
  refs: [
    atlas:AML.T0062,
    atlas:AML.T0048.003,
    owasp-llm-2025:LLM09,
    owasp-llm-2026:LLM07,
    owasp-agentic:T5,
    owasp-agentic:ASI08,
    owasp-dsgai-2026:DSGAI21,
    nist-ai-100-2:NISTAML.027,
    cwe:1426,
    maestro:L1,
    saif:riskInsecureModelOutput,
    nist-ai-600-1:GAI-02
  ]
}

// Conditions: none but missing controls. Also for staff: the query runs with the system's rights, not with theirs.
threat nl-to-query "Natural language becomes a query beyond the user's rights" {
  stride: [elevation_of_privilege, information_disclosure]
  on: flow
  when: (target is database or target is data_source)
    and (moves anything and (source is agent or source is llm or source is tool)
      or source is orchestrator and (sends prompts or sends tool_calls))
  refines: [boundary-elevation]
  likelihood: 3
  impact: 4
  lowered_by: { user_context_authz: 2, input_validation: 1, output_encoding: 1 }
  softened_by: { least_privilege: 1 }
  scenario: """
    Somebody phrases a wish so that the query that {source} builds reads or changes other people's rows in {target}.
    {target} sees one technical account with wide rights and answers.
  """
  mitigation: """
    Run each query with the rights of the person who asks, enforced in {target} by roles or row rules. Give {source}
    prepared queries or read-only views with parameters rather than free text, check them before they run, and cap
    the rows that come back.
  """
  phase: runtime
  layer: agent_frameworks
  test: [promptfoo:sql-injection, promptfoo:ssrf, promptfoo:rbac]
  refs: [
    atlas:AML.T0053,
    atlas:AML.T0085,
    owasp-llm-2025:LLM05,
    owasp-llm-2025:LLM06,
    owasp-llm-2026:LLM10,
    owasp-llm-2026:LLM03,
    owasp-agentic:ASI02,
    owasp-agentic:T2,
    owasp-dsgai-2026:DSGAI12,
    owasp-api-2023:API7,
    nist-ai-100-2:NISTAML.039,
    cwe:89,
    cwe:918,
    cwe:862,
    maestro:L3.3,
    exchange:outputcontainsconventionalinjection,
    saif:riskInsecureModelOutput,
    linddun:DD
  ]
}

// Conditions: model.generative; public -> what is made can arrive at anybody, and what goes in comes from anybody. The
// jailbreak is how it is done and stands at the entry; this is what comes out, at the model. An agent counts where its
// model is not drawn; what only turns answers into speech or another form does not.
threat harmful-generation "The model is used to make harmful content" {
  stride: elevation_of_privilege
  on: [model_server, agent]
  when: element gives answers and tainted by untrusted and exposes answers to untrusted
    and (element is llm or element.generative and not element receives answers
      or element is agent and not element reaches llm)
  likelihood: 3
  impact: 2
  lowered_by: { model_alignment: 2, output_filtering: 2, monitoring: 1 }
  scenario: """
    Somebody has {element} write what hurts others: abuse of a person, a fraud in many languages, steps for a crime.
    It comes from this system and under the name of whoever runs it, in any amount.
  """
  mitigation: """
    Choose a model that refuses what the system is not for, and check answers of {element} with a filter of their
    own before anybody gets them. Keep to the subject: a help desk need not write poems. Watch for accounts that
    try, and say where people can report what came through.
  """
  phase: runtime
  layer: foundation_models
  test: [
    garak:lmrc,
    garak:malwaregen,
    promptfoo:"harmful:cybercrime:malicious-code",
    aitg:AITG-APP-12
  ]
  refs: [
    atlas:AML.T0048,
    atlas:AML.T0054,
    owasp-llm-2025:LLM01,
    owasp-llm-2026:LLM01,
    nist-ai-100-2:NISTAML.04,
    cwe:693,
    maestro:L1,
    exchange:directpromptinjection,
    saif:riskPromptInjection,
    nist-ai-600-1:GAI-01,
    nist-ai-600-1:GAI-03,
    nist-ai-600-1:GAI-11
  ]
}

// Conditions: model.generative -> a filter that content of strangers goes through. What the filter does itself is what
// is passed by, so neither a prompt guard nor an input check of its own lowers this; a second filter behind it and a
// model that refuses soften it. No filter is known to hold.
threat guardrail-bypass "Odd encodings, languages or splitting slip past a filter" {
  stride: elevation_of_privilege
  on: guardrail
  when: element tainted by untrusted
  likelihood: 3
  floor: 2
  impact: 2
  lowered_by: { red_teaming: 1, input_transformation: 1 }
  softened_by: { least_privilege: 1, model_alignment: 1 }
  scenario: """
    Somebody has the same thing written in another alphabet, in base64, with invisible characters or spread over
    several turns. {element} knows other forms of it and lets it through; whoever it is meant for, a model or a
    person, understands it all the same.
  """
  mitigation: """
    Count on {element} to fail sometimes: what the model may see and do must be safe without it. Decode and
    normalize text before {element} looks at it, and let it look at whole conversations, not single turns. Try new
    encodings against it with each release, and treat what it stopped as a warning.
  """
  phase: runtime
  layer: security
  test: [garak:encoding, garak:smuggling, pyrit:Encoding, promptfoo:ascii-smuggling]
  refs: [
    atlas:AML.T0068,
    atlas:AML.T0054,
    owasp-llm-2025:LLM01,
    owasp-llm-2026:LLM01,
    nist-ai-100-2:NISTAML.018,
    cwe:693,
    cwe:184,
    maestro:L6.2,
    maestro:L3.6,
    exchange:directpromptinjection,
    saif:riskPromptInjection
  ]
}

// Conditions: !redundancy. True of every filter, so low by default; it counts where what goes through must be
// available.
threat guardrail-outage "A filter fails open, or stops everything" {
  stride: denial_of_service
  on: guardrail
  when: element receives anything or element gives anything
  likelihood: 2
  impact: 2
  lowered_by: { redundancy: 2, circuit_breaker: 1, monitoring: 1 }
  scenario: """
    {element} is overloaded, runs into a time limit or refuses harmless texts after an update. Either calls go past
    it unchecked, and an attacker only has to wait for that, or nobody gets an answer.
  """
  mitigation: """
    Run {element} twice, with a time limit of its own, and decide beforehand what happens when neither answers:
    closed for what can do harm, with a plain message instead. Measure how often it stops something and how often it
    is skipped, and raise an alarm when either changes.
  """
  phase: runtime
  layer: security
  refs: [
    atlas:AML.T0029,
    owasp-llm-2025:LLM10,
    owasp-llm-2026:LLM06,
    cwe:755,
    maestro:L6,
    exchange:airesourceexhaustion,
    saif:riskDenialOfMLService
  ]
}

// Conditions: !access_control or !change_control -> a filter that is seen to learn, to load weights or to take rules
// from somewhere. A filter of fixed code is not meant.
threat guardrail-poison "The filter itself is mistrained or reconfigured" {
  stride: tampering
  on: guardrail
  when: element receives weights or element receives training_set or element receives labels
    or element receives instructions from store or element reaches config_store
  likelihood: 2
  impact: 4
  lowered_by: { access_control: 2, change_control: 2, integrity_check: 1 }
  softened_by: { model_validation: 1, monitoring: 1 }
  scenario: """
    Somebody gets at what {element} learns or is configured from: marks attacks as harmless in its examples, adds
    an exception, swaps its model. Afterwards {element} lets one kind of attack through and looks healthy.
  """
  mitigation: """
    Guard the rules, examples and weights of {element} like code: few may change them, a second person approves, and
    hashes are compared when they load. Run a fixed set of known attacks against each new state before it goes live,
    and keep the one before.
  """
  phase: [development, runtime]
  layer: security
  refs: [
    atlas:AML.T0020,
    atlas:AML.T0081,
    owasp-llm-2025:LLM04,
    owasp-llm-2026:LLM05,
    owasp-ml-2023:ML02,
    owasp-dsgai-2026:DSGAI04,
    nist-ai-100-2:NISTAML.013,
    cwe:732,
    cwe:693,
    maestro:L6.1,
    maestro:L6.3,
    exchange:devmodelpoison
  ]
}

// Conditions: model.generative; public; !watermarking -> answers that go where people's own words stand: mail, posts,
// tickets, other organizations. People who chat with a model know whom they talk to, or else it is no-user-notice.
threat provenance-missing "Generated content passes for a person's own" {
  stride: repudiation
  on: flow
  when: moves answers and crosses down
    and (receiver is public_web or receiver is email or receiver is mailbox or receiver is ticket_system
      or receiver is external_service or receiver is partner)
  likelihood: 3
  impact: 2
  lowered_by: { transparency_notice: 2, watermarking: 1, audit_log: 1 }
  scenario: """
    {sender} gives {receiver} something generated, and it stands there among what people have written. Nobody can
    tell later which is which: a false sentence counts as a statement of the house, and a forged one can be passed
    off as the machine's.
  """
  mitigation: """
    Say in the text itself that a model wrote it, and mark media in a way that survives copying. Let {sender} keep a
    record of what was generated, from what and who released it, so that a copy can be checked against it.
  """
  phase: runtime
  layer: security
  refs: [
    owasp-llm-2025:LLM09,
    owasp-llm-2026:LLM07,
    owasp-agentic:T15,
    cwe:223,
    maestro:L6.4,
    nist-ai-600-1:GAI-08
  ]
}
