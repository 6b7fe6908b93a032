// silent: dependency-compromise
//   The builder takes nothing from outside: libraries come with reviewed images from a store of
//   the house. An auditor reads its reports.

model "Calendar tools" { owner: "Workplace IT", catalog: 2026.1 }

logs report "Report of the review"
packages image "Server image"
tool_calls call "Calendar call"
tool_results entries "Calendar entries"

partner auditor "Auditor"

boundary house "Company network" {
  trust: internal
  agent helper "Office agent"
  mcp_server calendar "Calendar server"
  container_registry mirror "Reviewed copies" { stores: [image] }
  ci_cd builder "Builder"
}

auditor -> builder { returns: [report], controls: [tls, auth] }
builder -> mirror { returns: [image] }
builder -> calendar "ships" { sends: [image] }
helper -> calendar { sends: [call], returns: [entries] }
