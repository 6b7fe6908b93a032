// A coding agent that takes up issues of a project in the open, with a shell and with tokens.
//
// A developer assigns an issue; the agent reads it with all its comments, reads the repositories,
// asks a hosted model what to do, runs commands on a machine of its own, and opens a pull request
// that a maintainer merges. Anybody with an account can write issues and pull requests.
//
// Sources:
// - Yang et al., "SWE-agent", arXiv:2405.15793: an agent with a repository, a shell and an editor.
// - MITRE ATLAS AML.CS0041 (rules file with hidden instructions), AML.CS0045 (data taken out by way of
//   a tool server that the agent uses), AML.CS0047 (destructive agent put into an extension),
//   AML.CS0039 (instructions in a ticket), AML.CS0022 (package names that a model made up),
//   AML.CS0015 (a compromised dependency), AML.CS0053 and AML.CS0054 (poisoned tool servers).
// - Invariant Labs, "GitHub MCP exploited", May 2025: an issue in a public repository makes an agent
//   carry a private one out in a pull request.
// - CVE-2025-53773: an agent that is talked into changing its own settings, so that it asks no more.
// - Spracklen et al., "We Have a Package for You!", arXiv:2406.10279: invented package names.

model "Issue agent" {
  owner: "Developer Experience"
  version: "0.7"
  catalog: 2026.1
  appetite: low
  about: """
    Works on issues of an open-source product. It may read **all** repositories of the company,
    because fixes often need code that is not public.
  """
}

prompts      task     "Task"                  { class: internal }
documents    issue    "Issues and comments"   { class: public }
code         product  "Product code"          { class: public, integrity: high }
instructions rules    "Rules file"            { class: public }           // lies in the repository, read at every start
code         change   "Pull requests of others" { class: public }
code         inhouse  "Internal code"         { class: confidential, integrity: high }
credentials  token    "Forge token"
credentials  deploykey "Deploy key"
instructions settings "Agent settings"                                    // tools, and what needs a person's yes
packages     libs     "Packages"
tool_calls   commands "Commands"              { from: [task, issue] }
tool_results output   "Command output"
tool_results hints    "Documentation snippets" { from: [pages] }
documents    pages    "Web pages"             { class: public }
code         patch    "Patch"                 { from: [task, issue, product, inhouse] }
answers      comment  "Comments of the agent" { from: [task, issue, inhouse] }
packages     image    "Product image"         { from: [product, patch, libs] }
logs         traces   "Agent traces"          { from: [task, issue, commands, output] }

anonymous_user   stranger "Anybody with an account"
package_registry registry "Public package index"
public_web       web      "Public web"
model_provider   llm      "Hosted LLM"

boundary office "Company" {
  trust: internal
  staff          developer  "Developer"
  human_reviewer maintainer "Maintainer"
}

boundary forge "Hosted forge" {
  trust: partner
  ticket_system issues  "Issue tracker"
  code_repo     open    "Public repository"   { stores: [product, rules], controls: [change_control] }   // main is protected
  code_repo     closed  "Internal repository" { stores: [inhouse], controls: [auth, access_control] }
  ci_cd         ci      "Build workflows"     { holds: [deploykey], controls: [secret_management] }
}

boundary machine "Agent's machine" {
  trust: internal
  coding_agent agent    "Coding agent"        { holds: [token], controls: [audit_log] }
  shell        sh       "Shell in a container" { controls: [sandboxing] }
  file_system  work     "Working copy"
  config_store config   "Agent settings"      { stores: [settings] }
  mcp_server   docs     "Documentation server" { has_side_effects: false, about: "A community package, started by the agent." }
  log_store    log      "Traces"              { controls: [access_control] }
}

boundary production "Production" {
  trust: restricted
  server prod "Product servers" { controls: [network_segmentation] }
}

// What strangers write.
stranger   -> issues "opens an issue"       { writes: [issue], protocol: https, controls: [tls] }
stranger   -> open "opens a pull request"   { writes: [change], protocol: https, controls: [tls] }

// A run of the agent.
developer  -> agent "assigns an issue"      { sends: [task], returns: [comment], controls: [auth, tls] }
agent      -> issues "reads and comments"   { returns: [issue], writes: [comment], controls: [tls] }
agent      -> open "reads, pushes a branch" { returns: [product, rules, change], writes: [patch], controls: [tls] }
agent      -> closed "looks things up"      { returns: [inhouse], controls: [tls] }
agent      -> config                        { returns: [settings], writes: [settings] }
agent      -> llm "asks what to do"         { sends: [task, rules, issue, product, change, inhouse, output, hints], returns: [commands, patch, comment], controls: [tls] }
agent      -> docs "looks up"               { sends: [task], returns: [hints] }
docs       -> web                           { returns: [pages] }
agent      -> sh "runs"                     { sends: [commands], returns: [output] }
sh         -> work                          { returns: [product], writes: [patch] }
sh         -> registry "installs"           { returns: [libs], controls: [tls] }
sh         -> web "fetches"                 { sends: [output], returns: [pages] }        // the container may call out
agent      -> log                           { writes: [traces], one_way: true }

// From a patch to production.
maintainer -> open "reviews and merges"     { returns: [patch], writes: [product], controls: [tls, mfa] }
ci         -> open                          { returns: [product, patch] }               // builds pull requests, too
ci         -> registry "installs"           { returns: [libs], controls: [tls, dependency_pinning] }
ci         -> prod "deploys"                { sends: [image, deploykey], controls: [tls] }

question "May the agent read repositories that the issue is not about?" { about: [agent -> closed], owner: "Developer Experience" }
