// What goes into generative models: what is written to them, and what is kept to be written to them.

// Conditions: model.generative -> calls lead to a language model or an agent. The rule stands at the entry: a
// person who asks, or prompts from below internal trust; not at each hop behind it. Staff whom the part trusts as much
// as itself are not meant: what they could win is confused-deputy. Who speaks to a language model asks it, too, though
// what is moved is a voice.
threat prompt-injection-direct "User text overrides the intended instructions" {
  stride: [tampering, elevation_of_privilege]
  on: flow
  when: receiver.trust >= partner
    and (moves prompts
        and (sender is user and (crosses up or not sender is staff) or crosses up and sender.trust < internal)
      or moves readings and sender is user and receiver reaches llm)
    and (receiver reaches llm or receiver reaches agent or receiver.generative)
  refines: [boundary-elevation]
  likelihood: 5
  floor: 2
  impact: 4
  lowered_by: { prompt_guard: 2, model_alignment: 1, red_teaming: 1 }
  softened_by: { least_privilege: 1, output_filtering: 1 }
  scenario: """
    {sender} puts instructions where a question is expected, perhaps encoded, in another language or as a story.
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
    saif:riskPromptInjection,
    nist-ai-600-1:GAI-09
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
    saif:riskPromptInjection,
    nist-ai-600-1:GAI-03
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
    By way of {start} somebody brings in a text with instructions in it, perhaps invisible to people: a page, a
    ticket, a file, a field of a form. {receiver} takes it from {sender} in {data}, and it ends up in a prompt, where
    the model obeys it while it works for somebody else.
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
    saif:riskPromptInjection,
    nist-ai-600-1:GAI-09
  ]
}

// Conditions: modality.image or modality.audio -> pictures and voices, as a person sends them or a sensor takes
// them (readings of a person are nothing else); accepts_files -> a file that a person uploads. A text in a picture
// costs no more than a text in a page and is seen by fewer filters, so it is rated as prompt-injection-indirect,
// whose place it takes. One place: where it comes in.
threat prompt-injection-multimodal "Instructions are hidden in a picture, a sound or a file" {
  stride: tampering
  on: flow
  when: moved tainted and not receiver is iot_sensor
    and (receiver is agent or receiver reaches llm or receiver.generative)
    and (sender is iot_sensor or sender is physical_environment
      or crosses up and (sender is user or sender is browser or sender is mobile_app))
    and (moves recordings or moves documents and receiver.accepts_files
      or moves readings and (sender is user
        or receiver.modality == image or receiver.modality == audio or receiver.modality == video))
  refines: [prompt-injection-indirect, flow-tamper]
  likelihood: 5
  floor: 2
  impact: 4
  lowered_by: { input_segregation: 2, input_transformation: 1, prompt_guard: 1 }
  softened_by: { least_privilege: 1, human_approval: 1 }
  scenario: """
    Somebody puts words for the model where people and text filters do not look: small print in a picture, a layer
    of a file, a sound behind a voice. {receiver} takes in {data} from {sender}, the words are read with the rest,
    and the model follows them.
  """
  mitigation: """
    Treat every word that {receiver} gets out of a picture, a recording or a file as content of a stranger: mark it,
    keep it apart from instructions, and give no rights because of it. Read the text out first and run it through
    the same filters as typed text. Scale, re-encode or flatten what comes in, which breaks fine patterns and drops
    hidden layers.
  """
  phase: runtime
  layer: foundation_models
  test: [garak:visual_jailbreak, garak:audio, pyrit:FigStep]
  refs: [
    atlas:AML.T0051,
    atlas:AML.T0068,
    owasp-llm-2025:LLM01,
    owasp-llm-2026:LLM01,
    owasp-agentic:ASI01,
    nist-ai-100-2:NISTAML.018,
    nist-ai-100-2:NISTAML.015,
    cwe:1427,
    maestro:L1.1,
    exchange:indirectpromptinjection,
    saif:riskPromptInjection
  ]
}

// Conditions: model.generative; has_memory -> a record of conversations that goes back into prompts. A history of
// questions alone holds nothing that others have planted; answers, passages and results of tools do. What is planted in
// the memory of an agent is memory-poison.
threat delayed-injection "Planted text waits in a conversation and acts later" {
  stride: tampering
  on: chat_history
  when: element tainted and (element feeds llm or element feeds agent)
    and (element receives answers or element receives documents or element receives tool_results)
  likelihood: 3
  impact: 4
  lowered_by: { input_segregation: 2, prompt_guard: 1, memory_hardening: 1 }
  softened_by: { human_approval: 1, least_privilege: 1, retention_limit: 1 }
  scenario: """
    A planted text does nothing when it first comes in. It stays in {element}, as part of an answer or quoted from a
    source, and tells the model what to do when a later turn holds a certain word or asks for an action. Who checked
    the first turn does not see the second.
  """
  mitigation: """
    Put what comes back from {element} into the prompt as content, marked and apart from instructions, and scan it
    again each time it is loaded. Keep what was fetched out of {element} and only a note of where it came from. Let
    a person confirm actions that the present turn did not ask for, and let old turns expire.
  """
  phase: runtime
  layer: agent_frameworks
  refs: [
    atlas:AML.T0051.002,
    atlas:AML.T0094,
    atlas:AML.T0080.001,
    owasp-llm-2025:LLM01,
    owasp-llm-2026:LLM01,
    owasp-agentic:ASI06,
    owasp-agentic:T1,
    nist-ai-100-2:NISTAML.015,
    cwe:1427,
    maestro:L3.3,
    exchange:indirectpromptinjection,
    saif:riskPromptInjection
  ]
}

// Conditions: model.generative -> calls lead to a language model. Instructions must be drawn: kept in a store that the
// entry reaches, or held by or handed to it. They are seldom worth much by themselves, hence the impact; what must
// not be read in them is secret-in-prompt. No defence is known to hold for long.
threat system-prompt-leak "Hidden instructions are coaxed out of the model" {
  stride: information_disclosure
  on: flow
  when: (moves prompts or moves readings) and crosses up and sender is user and not sender is admin_user
    and (receiver reaches llm or receiver.generative)
    and (receiver reaches prompt_store or receiver holds instructions or receiver receives instructions)
  likelihood: 3
  floor: 2
  impact: 2
  lowered_by: { output_filtering: 1, prompt_guard: 1, disclosure_limit: 1 }
  softened_by: { secret_management: 1 }
  scenario: """
    {sender} asks the model behind {receiver} to repeat, translate or continue what stands before the question,
    until its instructions are out. They show what it refuses and how it is told to, which makes the next attack
    cheap.
  """
  mitigation: """
    Write the instructions as if everybody read them: no keys, names or rules of access in them, and nothing that
    protects only as long as it is hidden. Decide about rights in the code of {receiver}. Compare answers with the
    instructions before they leave, so that long copies are stopped.
  """
  phase: runtime
  layer: agent_frameworks
  test: [
    garak:sysprompt_extraction,
    pyrit:SystemPromptExtraction,
    promptfoo:prompt-extraction,
    aitg:AITG-APP-07
  ]
  refs: [
    atlas:AML.T0056,
    atlas:AML.T0069.002,
    atlas:AML.T0084.001,
    owasp-llm-2025:LLM07,
    owasp-llm-2026:LLM08,
    nist-ai-100-2:NISTAML.035,
    cwe:200,
    maestro:L3,
    saif:riskSensitiveDataDisclosure,
    exchange:disclosureinoutput
  ]
}

// Conditions: !secret_management -> the key itself is drawn where it becomes part of a prompt. Whatever stands in a
// prompt can be asked for, so it is as likely as system-prompt-leak.
threat secret-in-prompt "Keys placed in prompts can be read out" {
  stride: information_disclosure
  on: [prompt_store, process]
  when: element is prompt_store and element stores credentials
    or not element is llm and element gives credentials to llm
  refines: [store-read]
  likelihood: 4
  impact: 4
  lowered_by: { secret_management: 3, access_control: 1 }
  softened_by: { least_privilege: 1 }
  scenario: """
    A key or password is part of the text that {element} has for the model. Somebody asks the model to repeat what
    it was told, or reads a log of prompts, and uses the key from then on without the system.
  """
  mitigation: """
    Take keys out of what {element} hands to the model: let code outside the model add them to the call that needs
    them. Change every key that has stood in a prompt. Keep them in a vault, short-lived and with few rights, and
    search prompts for keys before each release.
  """
  phase: [development, runtime]
  layer: agent_frameworks
  test: [promptfoo:prompt-extraction]
  refs: [
    atlas:AML.T0056,
    atlas:AML.T0083,
    owasp-llm-2025:LLM07,
    owasp-llm-2025:LLM02,
    owasp-llm-2026:LLM08,
    owasp-llm-2026:LLM02,
    owasp-agentic:ASI03,
    owasp-mcp-2025:MCP01,
    owasp-dsgai-2026:DSGAI02,
    nist-ai-100-2:NISTAML.035,
    cwe:312,
    cwe:522,
    maestro:L3,
    exchange:augmentationdataleak,
    saif:riskSensitiveDataDisclosure
  ]
}

// Conditions: shared -> a cache that gives what less trusted parts have put in. Its entries live short, and one must
// be asked for in like words, hence the low rating.
threat cache-poison "A stored answer is poisoned for others" {
  stride: tampering
  on: cache
  when: element tainted and element gives anything
  likelihood: 2
  impact: 3
  lowered_by: { tenant_isolation: 1, integrity_check: 1, retention_limit: 1, output_filtering: 1 }
  scenario: """
    Somebody phrases a question so that the answer is wrong or hostile and is stored in {element} as the answer to a
    common one. Others who ask something like it get it from {element}, and the model and its filters are not asked
    again.
  """
  mitigation: """
    Let {element} answer only callers with the same rights and the same context, with a key made of all of these and
    not of likeness alone. Store only answers that passed the output filter and were made from own sources. Let
    entries expire soon, and be able to empty {element} at once.
  """
  phase: runtime
  layer: data_operations
  refs: [
    owasp-llm-2025:LLM08,
    owasp-llm-2025:LLM01,
    owasp-llm-2026:LLM09,
    owasp-llm-2026:LLM01,
    owasp-agentic:T1,
    nist-ai-100-2:NISTAML.015,
    cwe:349,
    cwe:345,
    maestro:L2.4,
    exchange:augmentationdatamanipulation,
    saif:riskPromptResponseCachePoisoning
  ]
}

// Conditions: !access_control or !change_control. As likely as any tampering with a store that others rely on; it
// takes the place of store-tamper, which says less.
threat prompt-template-tamper "Instructions for the model are changed in their store" {
  stride: tampering
  on: prompt_store
  when: element gives anything
  refines: [store-tamper]
  likelihood: 3
  impact: 4
  lowered_by: { change_control: 2, access_control: 2, integrity_check: 1, audit_log: 1 }
  softened_by: { backup: 1 }
  scenario: """
    Somebody who may write to {element}, or comes in by way of who may, changes a line of the instructions. From the
    next call on the model does it for everybody: it gives in to certain words, names another account, skips a
    check. No code has changed, so no review sees it.
  """
  mitigation: """
    Keep what stands in {element} under version control and let nobody change it without a second person and a test
    run. Give only the release job the right to write, and let readers compare a hash when they load. Record who
    changed what, and be able to go back.
  """
  phase: [development, runtime]
  layer: agent_frameworks
  refs: [
    atlas:AML.T0081,
    owasp-llm-2025:LLM01,
    owasp-llm-2025:LLM04,
    owasp-llm-2026:LLM01,
    owasp-llm-2026:LLM05,
    owasp-agentic:ASI06,
    owasp-agentic:T6,
    nist-ai-100-2:NISTAML.027,
    cwe:732,
    cwe:345,
    maestro:L3,
    exchange:augmentationdatamanipulation,
    saif:riskPromptInjection
  ]
}
