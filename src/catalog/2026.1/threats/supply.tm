// Models, packages, images and pipelines: what the system is made of.
//
// Rules on what is fetched from outside ask for `tainted` first, though it follows from where it comes: so the way of
// the threat begins at the place that it is fetched from, and not with those who call the part that fetches it.

// Conditions: none but missing controls. The rule stands where weights come in from others: from outside, from
// a notebook, from another tenant. What happens to own weights is weights-tamper-registry.
threat malicious-model-file "Loading a model file runs an attacker's code" {
  stride: [tampering, elevation_of_privilege]
  on: flow
  when: moves weights and crosses up
    and (sender is federated_client and sender.trust < internal
      or moved tainted and sender.trust < internal or sender is notebook or crosses down)
  refines: [flow-tamper, boundary-elevation]
  likelihood: 4
  impact: 5
  lowered_by: { safe_format: 2, artifact_scanning: 2, signing: 1 }
  softened_by: { sandboxing: 1 }
  scenario: """
    Somebody who can put files at {sender} hands out {data} in one that runs code when it is opened, as pickled weights
    do. {receiver}, or whoever loads the file from there, then runs that code with its own rights and keys.
  """
  mitigation: """
    Accept only formats that hold numbers (safetensors, ONNX) at {receiver}. Scan each file and compare it with a
    signed hash before it is stored, and convert old formats in a sandbox without network and keys. Load by fixed
    version, not by name.
  """
  phase: [development, runtime]
  layer: agent_frameworks
  test: [modelscan:PickleUnsafeOpScan, modelscan:KerasLambdaDetectScan, garak:fileformats]
  refs: [
    atlas:AML.T0011.000,
    atlas:AML.T0018.002,
    atlas:AML.T0010.003,
    owasp-llm-2025:LLM03,
    owasp-llm-2026:LLM04,
    owasp-agentic:ASI04,
    owasp-agentic:T17,
    owasp-ml-2023:ML06,
    owasp-ast:AST05,
    nist-ai-100-2:NISTAML.05,
    cwe:502,
    cwe:94,
    cwe:434,
    maestro:L3.4,
    maestro:LX.1,
    exchange:supplymodelpoison,
    saif:riskMaliciousLoaderDeserialization
  ]
}

// Conditions: none but missing controls. Where packages are taken in; what a pipeline of one's own has built and ships on
// is cicd-compromise. Packages for agents are malicious-skill.
threat dependency-compromise "A package brings malicious or vulnerable code" {
  stride: [tampering, elevation_of_privilege]
  on: flow
  when: (moved tainted and crosses up and (moves packages or sender is package_registry)
      or sender is package_registry and moves anything)
    and not receiver is agent and not receiver is orchestrator and not sender is user and not sender is build
  refines: [flow-tamper, endpoint-spoof]
  likelihood: 4
  impact: 4
  lowered_by: { dependency_pinning: 2, artifact_scanning: 1, patching: 1, ai_bom: 1 }
  softened_by: { sandboxing: 1, least_privilege: 1, egress_control: 1 }
  scenario: """
    Among what comes to {receiver} from {sender} is a package that was taken over where it is made, or one with almost
    the same name. Once it is installed or started it runs with the rights of what uses it, reads keys and data, or
    changes what is built.
  """
  mitigation: """
    Let nothing into {receiver} but versions fixed by hash or signature: from a lock file, and through a private index
    that mirrors reviewed packages. Install and build without standing keys and with few ways out. Keep a list of what
    is inside, scan it daily, and patch.
  """
  phase: [development, runtime]
  layer: agent_frameworks
  test: [aitg:AITG-INF-01]
  refs: [
    atlas:AML.T0010.001,
    atlas:AML.T0011.001,
    owasp-llm-2025:LLM03,
    owasp-llm-2026:LLM04,
    owasp-agentic:ASI04,
    owasp-agentic:T17,
    owasp-ml-2023:ML06,
    owasp-mcp-2025:MCP04,
    owasp-ast:AST02,
    nist-ai-100-2:NISTAML.05,
    cwe:1395,
    cwe:829,
    cwe:1357,
    maestro:L3.1,
    maestro:L3.4,
    maestro:L3.2,
    exchange:supplymodelpoison,
    saif:riskInsecureIntegratedComponent
  ]
}

// Conditions: none but missing controls. One threat for the registry, not one for each service that pulls from it.
threat container-image-compromise "A serving or base image is backdoored or outdated" {
  stride: tampering
  on: container_registry
  when: element gives anything or element receives anything
  refines: [store-tamper]
  likelihood: 2
  impact: 4
  lowered_by: { signing: 2, artifact_scanning: 1, patching: 1, access_control: 1 }
  softened_by: { least_privilege: 1, sandboxing: 1 }
  scenario: """
    An image in {element} is replaced under the same tag, or built on a base image with a backdoor or a known hole.
    Every service that starts from it runs the attacker's code beside the model.
  """
  mitigation: """
    Sign images in the build and let the cluster start only signed ones, by digest and not by tag. Let only the
    build write to {element}. Use small base images, scan them in {element} every day and rebuild when holes become
    known.
  """
  phase: [development, runtime]
  layer: deployment
  test: [aitg:AITG-INF-01]
  refs: [
    atlas:AML.T0010.004,
    owasp-llm-2025:LLM03,
    owasp-llm-2026:LLM04,
    owasp-agentic:ASI04,
    owasp-ml-2023:ML06,
    cwe:494,
    cwe:1395,
    maestro:L4.1,
    exchange:genericsecthreats,
    saif:riskInsecureIntegratedComponent
  ]
}

// Conditions: none but missing controls; the pipeline must pass something on.
threat cicd-compromise "The build pipeline is taken over to ship what an attacker changed" {
  stride: [elevation_of_privilege, tampering]
  on: build
  when: element gives anything
  likelihood: 3
  impact: 4
  lowered_by: { access_control: 2, signing: 2, mfa: 1, change_control: 1, secret_management: 1 }
  softened_by: { least_privilege: 1 }
  scenario: """
    An attacker gets into {element} by a stolen token, a poisoned build step or a pull request that runs with its
    secrets. {element} then ships a changed program, model or prompt as if it were a regular release.
  """
  mitigation: """
    Run changes from strangers in {element} without secrets, and give each job its own short-lived rights. Ask for a
    second person and a second factor for releases and for changes of the pipeline itself. Sign what comes out, and
    check the signature where it is deployed.
  """
  phase: development
  layer: deployment
  test: [aitg:AITG-INF-01]
  refs: [
    atlas:AML.T0010.001,
    atlas:AML.T0012,
    owasp-llm-2025:LLM03,
    owasp-llm-2026:LLM04,
    owasp-agentic:ASI04,
    owasp-ml-2023:ML06,
    cwe:250,
    cwe:732,
    maestro:L4.3,
    maestro:L4.2,
    exchange:devmodelpoison,
    saif:riskModelDeploymentTampering
  ]
}

// Conditions: none but missing controls; the weights must be used by something.
threat weights-tamper-registry "Stored weights are replaced or edited" {
  stride: tampering
  on: model_store
  when: element gives anything or element stores weights
  refines: [store-tamper]
  likelihood: 3
  impact: 4
  lowered_by: { signing: 2, integrity_check: 2, access_control: 1, audit_log: 1 }
  softened_by: { model_validation: 1, backup: 1 }
  scenario: """
    Somebody with write access to {element}, by a broad role or a leaked key, puts other weights under the same
    version: a backdoor, or a model that fails quietly. What loads from {element} serves them at the next
    start.
  """
  mitigation: """
    Sign weights when training ends and let the server that loads them check signature and hash. Make versions in
    {element} immutable, let only the release step write there, record each promotion with its author, and keep the
    last good version at hand.
  """
  phase: [development, runtime]
  layer: foundation_models
  test: [aitg:AITG-INF-01, aitg:AITG-MOD-02]
  refs: [
    atlas:AML.T0018.000,
    atlas:AML.T0018.001,
    atlas:AML.T0076,
    owasp-llm-2025:LLM04,
    owasp-llm-2025:LLM03,
    owasp-llm-2026:LLM05,
    owasp-llm-2026:LLM04,
    owasp-agentic:T17,
    owasp-ml-2023:ML10,
    owasp-dsgai-2026:DSGAI04,
    nist-ai-100-2:NISTAML.026,
    nist-ai-100-2:NISTAML.011,
    cwe:353,
    cwe:732,
    cwe:494,
    maestro:L1.3,
    exchange:devmodelpoison,
    saif:riskModelSourceTampering,
    saif:riskModelDeploymentTampering
  ]
}

// Conditions: confidential or ip -> property proprietary of model stores (true unless set).
threat dev-model-leak "Weights are copied from where they are stored" {
  stride: information_disclosure
  on: model_store
  when: element.proprietary and (element gives anything or element stores weights)
  refines: [store-read]
  likelihood: 3
  impact: 4
  lowered_by: { access_control: 2, encryption_at_rest: 1, audit_log: 1, disclosure_limit: 1 }
  scenario: """
    Somebody who can read {element} (with a key from a stolen laptop, from another team, or because it was left open)
    copies the weights. Years of work are gone, and attacks on the model can be prepared offline without limit.
  """
  mitigation: """
    Let only the servers that run the model and the release step read from {element}, with keys of their own.
    Encrypt weights with a key from a vault, log every download, and raise an alarm on any that no deployment
    explains.
  """
  phase: development
  layer: foundation_models
  test: [aitg:AITG-INF-06]
  refs: [
    atlas:AML.T0025,
    atlas:AML.T0035,
    atlas:AML.T0048.004,
    owasp-llm-2025:LLM10,
    owasp-llm-2025:LLM02,
    owasp-llm-2026:LLM06,
    owasp-llm-2026:LLM02,
    owasp-ml-2023:ML05,
    owasp-dsgai-2026:DSGAI20,
    nist-ai-100-2:NISTAML.031,
    cwe:732,
    cwe:522,
    cwe:311,
    maestro:L1.2,
    exchange:devmodelleak,
    saif:riskModelExfiltration
  ]
}

// Conditions: none but missing controls. What the file does when it is opened is malicious-model-file, and clean
// files can hold a backdoor: formats and scanners do not lower this one. What participants of a federation send is
// federated-malicious-client.
threat pretrained-backdoor "A model from others already holds a backdoor" {
  stride: tampering
  on: flow
  when: moves weights and moved tainted and crosses up and sender.trust < internal
    and not sender is federated_client and not sender is user
  refines: [flow-tamper]
  likelihood: 3
  impact: 4
  lowered_by: { model_validation: 2, provenance: 1, vendor_assurance: 1, red_teaming: 1 }
  scenario: """
    Somebody trained a trigger into {data} and passes it on by way of {sender}, with good scores. {receiver} takes it
    over, perhaps tunes it, which does not remove the trigger, and builds on it. Whoever knows the trigger decides what
    the finished system answers.
  """
  mitigation: """
    Test for triggers and unwanted behavior on data of your own before {receiver} uses the model, and again after
    fine-tuning. Take models from {sender} only from publishers you know, in the version you have tested, and prefer
    those whose training data and code are known.
  """
  phase: development
  layer: foundation_models
  test: [art:PoisoningAttackBackdoor, aitg:AITG-MOD-07, aitg:AITG-INF-01]
  refs: [
    atlas:AML.T0010.003,
    atlas:AML.T0018.000,
    owasp-llm-2025:LLM03,
    owasp-llm-2025:LLM04,
    owasp-llm-2026:LLM04,
    owasp-llm-2026:LLM05,
    owasp-agentic:ASI04,
    owasp-agentic:T17,
    owasp-ml-2023:ML07,
    owasp-ml-2023:ML10,
    owasp-ml-2023:ML06,
    owasp-dsgai-2026:DSGAI04,
    nist-ai-100-2:NISTAML.051,
    nist-ai-100-2:NISTAML.023,
    cwe:506,
    cwe:1357,
    maestro:L1.3,
    exchange:supplymodelpoison,
    saif:riskModelSourceTampering,
    nist-ai-600-1:GAI-12
  ]
}

// Conditions: uses_adapter -> property of what loads the weights or merges them. An adapter is small, is
// fetched more carelessly than a base model, and changes it from inside. Rated and lowered as what it refines, or that
// would come back beside it.
threat adapter-injection "An adapter or merge input carries hidden behavior" {
  stride: tampering
  on: flow
  when: moves weights and moved tainted and crosses up and sender.trust < internal
    and receiver.uses_adapter
  refines: [pretrained-backdoor, flow-tamper]
  likelihood: 3
  impact: 4
  lowered_by: { model_validation: 2, provenance: 1, vendor_assurance: 1, red_teaming: 1 }
  scenario: """
    {sender} offers a small set of weights for a task. {receiver} lays {data} over a base model that was tested, and
    the two together do what neither was tested for: drop a rule, or answer a certain word as the attacker wants.
  """
  mitigation: """
    Test base model and adapter together, as {receiver} will run them, for triggers and for what it should refuse.
    Load only adapters on a list, by hash and from publishers you know, and let no caller of {receiver} name one
    freely.
  """
  phase: [development, runtime]
  layer: foundation_models
  test: [aitg:AITG-INF-05, aitg:AITG-INF-01]
  refs: [
    atlas:AML.T0010.003,
    atlas:AML.T0018.000,
    owasp-llm-2025:LLM03,
    owasp-llm-2025:LLM04,
    owasp-llm-2026:LLM04,
    owasp-llm-2026:LLM05,
    owasp-agentic:ASI04,
    owasp-ml-2023:ML07,
    owasp-ml-2023:ML10,
    owasp-dsgai-2026:DSGAI04,
    nist-ai-100-2:NISTAML.051,
    cwe:829,
    cwe:506,
    maestro:L1.3,
    exchange:supplymodelpoison,
    saif:riskAdapterPEFTInjection
  ]
}

// Conditions: none but missing controls. New weights of old ones: what was tested and signed is not what runs.
threat model-conversion-tamper "Converting a model changes its behavior unnoticed" {
  stride: tampering
  on: model_conversion
  when: element receives weights and element gives weights
  likelihood: 2
  impact: 3
  lowered_by: { model_validation: 2, signing: 1, provenance: 1 }
  scenario: """
    {element} makes new weights, and the tests were of the old ones. Rounding brings out a backdoor that was made to
    sleep until then, a changed conversion script adds one, or rare cases simply get worse. What is served is not what
    was tested.
  """
  mitigation: """
    Repeat the release tests on what {element} gives, not only on what it gets, and compare the answers of both on the
    same inputs. Sign the result with the hash of its origin in the signature, and run {element} from reviewed code in
    fixed versions.
  """
  phase: development
  layer: foundation_models
  test: [aitg:AITG-INF-01]
  refs: [
    atlas:AML.T0018,
    owasp-llm-2025:LLM03,
    owasp-llm-2026:LLM04,
    owasp-ml-2023:ML10,
    nist-ai-100-2:NISTAML.051,
    cwe:345,
    maestro:L1.3,
    exchange:devmodelpoison,
    saif:riskModelSourceTampering
  ]
}

// Conditions: none but missing controls. Public hubs only, where anybody can take a name; packages are
// dependency-compromise, images container-image-compromise.
threat model-name-confusion "A look-alike or re-registered name is pulled" {
  stride: spoofing
  on: flow
  when: sender is model_hub and (moved tainted or moves anything)
  refines: [endpoint-spoof]
  likelihood: 3
  impact: 4
  lowered_by: { version_pinning: 2, signing: 2, integrity_check: 1, ai_bom: 1 }
  scenario: """
    Somebody registers a name at {sender} that is a typing error away from a known one, or a name whose owner has left,
    and puts files of their own there, with bought stars. {receiver} asks for {data} by name, gets those, and nothing
    looks wrong.
  """
  mitigation: """
    Let {receiver} ask for a fixed revision by its hash, never for a name and "latest". Copy what you use from {sender}
    into a store of your own, check the publisher when it is copied, and keep a list of what came from where.
  """
  phase: development
  layer: foundation_models
  test: [aitg:AITG-INF-01]
  refs: [
    atlas:AML.T0010.003,
    atlas:AML.T0074,
    atlas:AML.T0111,
    owasp-llm-2025:LLM03,
    owasp-llm-2026:LLM04,
    owasp-agentic:ASI04,
    owasp-ml-2023:ML06,
    nist-ai-100-2:NISTAML.05,
    cwe:1357,
    cwe:494,
    maestro:LX.1,
    exchange:supplymodelpoison,
    saif:riskModelSourceTampering
  ]
}

// Conditions: none but missing controls. Only models and agents whose trade is code.
threat hallucinated-dependency "Generated code names a package that an attacker registers" {
  stride: tampering
  on: [coding_agent, code_generator]
  when: element gives code or element reaches package_registry or element reaches code_runner
  likelihood: 3
  impact: 3
  lowered_by: { dependency_pinning: 2, artifact_scanning: 1, human_approval: 1 }
  softened_by: { sandboxing: 1 }
  scenario: """
    {element} makes up the name of a library that sounds right, and makes up the same name for many people. Somebody
    has seen it and registered a package under it. Whoever builds or runs what {element} wrote installs that package.
  """
  mitigation: """
    Install only packages that are on a lock file or in an index of your own, so that a name which is new stops the
    build. Show new dependencies from {element} to a person with age and downloads, and try them in a sandbox without
    keys.
  """
  phase: [development, runtime]
  layer: agent_frameworks
  test: [garak:packagehallucination, pyrit:PackageHallucination]
  refs: [
    atlas:AML.T0060,
    atlas:AML.T0062,
    atlas:AML.T0011.001,
    owasp-llm-2025:LLM09,
    owasp-llm-2025:LLM03,
    owasp-llm-2026:LLM07,
    owasp-llm-2026:LLM04,
    owasp-agentic:ASI04,
    cwe:1357,
    cwe:829,
    maestro:L3.4
  ]
}
