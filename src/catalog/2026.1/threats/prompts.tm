// What goes into generative models, and what their answers do.

// Conditions: model.generative -> calls lead to a language model or an agent. The rule stands at the entry: a
// person who asks, or prompts from below internal trust; not at each hop behind it. Who speaks to a language model
// asks it, too, though what is moved is a voice.
threat prompt-injection-direct "User text overrides the intended instructions" {
  stride: [tampering, elevation_of_privilege]
  on: flow
  when: receiver.trust >= partner
    and (moves prompts and (sender is user or crosses up and sender.trust < internal)
      or moves readings and sender is user and receiver reaches llm)
    and (receiver reaches llm or receiver reaches agent or receiver.generative)
  refines: [boundary-elevation]
  likelihood: 5
  floor: 2
  impact: 4
  lowered_by: { prompt_guard: 2, model_alignment: 1, red_teaming: 1 }
  softened_by: { least_privilege: 1, output_filtering: 1 }
  scenario: """
    {sender} writes instructions where a question is expected, perhaps encoded, in another language or as a story.
    The model behind {receiver} cannot tell them from its own instructions and follows them: it leaves its role,
    shows its context, or uses what it may call for {sender}.
  """
  mitigation: """
    Plan for it to succeed: behind {receiver} the model may only see and do what {sender} may. Check prompts with a
    filter on the way in and answers on the way out, keep own instructions apart from user text, and decide about
    rights in code, never in the prompt. Attack each release with a test tool.
  """
  phase: runtime
  layer: foundation_models
  test: [
    garak:promptinject,
    garak:encoding,
    pyrit:PromptSendingAttack,
    promptfoo:hijacking,
    aitg:AITG-APP-01
  ]
  refs: [
    atlas:AML.T0051.000,
    atlas:AML.T0065,
    atlas:AML.T0068,
    owasp-llm-2025:LLM01,
    owasp-llm-2026:LLM01,
    owasp-agentic:ASI01,
    owasp-agentic:T6,
    nist-ai-100-2:NISTAML.018,
    cwe:1427,
    cwe:77,
    maestro:L1,
    maestro:L3.3,
    exchange:directpromptinjection,
    saif:riskPromptInjection
  ]
}

// Conditions: model.generative -> calls lead to a language model. Only where the public asks: staff who coax a model
// out of its rules harm few.
threat jailbreak "Users make the model drop its safety rules" {
  stride: elevation_of_privilege
  on: flow
  when: moves prompts and sender.trust < partner and receiver.trust >= partner
    and (receiver reaches llm or receiver.generative)
  likelihood: 5
  floor: 2
  impact: 3
  lowered_by: { model_alignment: 2, prompt_guard: 1, red_teaming: 1 }
  softened_by: { output_filtering: 1 }
  scenario: """
    {sender} talks the model behind {receiver} out of its rules with role play, many small steps or a ready-made
    text from the internet. It then writes what it should refuse, under the name of whoever runs {receiver}.
  """
  mitigation: """
    Use a model with current safety training, and check its answers with a filter that does not see the prompt. Keep
    {receiver} to its subject and refuse the rest. Repeat known jailbreaks against each new version, and let people
    report what came through.
  """
  phase: runtime
  layer: foundation_models
  test: [
    garak:dan,
    garak:tap,
    pyrit:CrescendoAttack,
    pyrit:TreeOfAttacksWithPruningAttack,
    promptfoo:pliny
  ]
  refs: [
    atlas:AML.T0054,
    owasp-llm-2025:LLM01,
    owasp-llm-2026:LLM01,
    owasp-agentic:T7,
    nist-ai-100-2:NISTAML.018,
    nist-ai-100-2:NISTAML.04,
    cwe:1427,
    cwe:693,
    maestro:L1.6,
    exchange:directpromptinjection,
    saif:riskPromptInjection
  ]
}

// Conditions: model.generative -> the receiver is an agent, or its calls lead to a language model;
// source.trust != trusted -> moved tainted. The rule stands where content from a store, from outside, or by a
// tool that fetches such content, comes to the part that builds prompts, not at each hop behind it; where a tool
// reads a store for a model, it stands there. A caller's voice is prompt-injection-direct. The worst case of
// agents, with tools, is goal-hijack and lethal-trifecta.
threat prompt-injection-indirect "Instructions hidden in fetched content steer the model" {
  stride: [tampering, elevation_of_privilege]
  on: flow
  when: moved tainted
    and (moves documents or moves tool_results or moves embeddings or moves readings and not sender is user
      or moves logs or moves code or moves asset)
    and (receiver is agent or receiver is retriever or receiver reaches llm or receiver.generative
      or receiver is tool and receiver feeds llm and sender is store)
    and (sender is store or sender is external
      or sender is tool and tainted by untrusted and sender receives anything from untrusted)
    and not sender is memory_store and not sender is llm and not receiver is data_ingestion
  refines: [flow-tamper]
  likelihood: 5
  floor: 2
  impact: 4
  lowered_by: { input_segregation: 2, prompt_guard: 2 }
  softened_by: { least_privilege: 2, human_approval: 1, egress_control: 1 }
  scenario: """
    By way of {start} somebody brings in a page, ticket or file with instructions in it, perhaps invisible to people.
    {receiver} takes it from {sender} among {data} and puts it into a prompt, where the model obeys it while it
    works for somebody else.
  """
  mitigation: """
    Let {receiver} mark what comes from {sender} as content and keep it apart from instructions, and scan it for
    instructions before it goes into a prompt. While such content is in the context take away rights: no calls with
    effects without a person's approval, no links or images to addresses outside a list.
  """
  phase: runtime
  layer: data_operations
  test: [
    garak:latentinjection,
    pyrit:XPIAWorkflow,
    agentdojo:ImportantInstructionsAttack,
    promptfoo:indirect-prompt-injection,
    aitg:AITG-APP-02
  ]
  refs: [
    atlas:AML.T0051.001,
    atlas:AML.T0093,
    atlas:AML.T0066,
    owasp-llm-2025:LLM01,
    owasp-llm-2026:LLM01,
    owasp-agentic:ASI01,
    owasp-agentic:ASI06,
    owasp-agentic:T6,
    nist-ai-100-2:NISTAML.015,
    nist-ai-100-2:NISTAML.027,
    cwe:1427,
    cwe:77,
    maestro:L2.5,
    maestro:L3.3,
    exchange:indirectpromptinjection,
    saif:riskPromptInjection
  ]
}

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
    A prompt or a planted text from {start} makes {sender} put script, markup or a command into {data}.
    {receiver} takes model output for its own and renders or runs it, in the session of whoever is looking.
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
    saif:riskInsecureModelOutput
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
