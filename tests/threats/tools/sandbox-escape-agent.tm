// fires: sandbox-escape@coder
// draws: owasp-agentic:ASI05, owasp-agentic:T11, exchange:agentescape
//   A pull request holds a test that opens the socket of the container runtime. The agent runs the tests of each
//   pull request in its own container, and the test starts another one on the host.

model "Test agent" { owner: "Developers", catalog: 2026.1 }

code change "Pull requests" { class: public }
answers verdict "Remarks" { from: [change] }

anonymous_user stranger "Contributor"

boundary company "Company" {
  trust: internal
  code_repo repo "Repository"
  coding_agent coder "Test agent"
  llm model "Own model"
}

stranger -> repo "proposes" { writes: [change], controls: [tls] }
coder -> repo "takes and remarks" { writes: [verdict], returns: [change] }
coder -> model { sends: [change], returns: [verdict] }
