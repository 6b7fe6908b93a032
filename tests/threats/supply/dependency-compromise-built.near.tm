// silent: dependency-compromise
//   The image comes out of the house's own pipeline, which installs nothing from outside. Who gets into the pipeline is
//   cicd-compromise.

model "Calendar tools" { owner: "Workplace IT", catalog: 2026.1 }

code sources "Sources"
packages image "Server image" { from: [sources] }
tool_calls call "Calendar call"
tool_results entries "Calendar entries"

boundary builds "Build network" {
  trust: internal
  code_repo repository "Repository" { stores: [sources] }
  ci_cd builder "Builder"
}
boundary house "Office systems" {
  trust: restricted
  agent helper "Office agent"
  mcp_server calendar "Calendar server"
}

builder -> repository { returns: [sources] }
builder -> calendar "ships" { sends: [image], controls: [tls] }
helper -> calendar { sends: [call], returns: [entries] }
