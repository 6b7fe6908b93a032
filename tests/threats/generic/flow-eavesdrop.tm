// fires: flow-eavesdrop@branch->center
// draws: owasp-llm-2025:LLM02, owasp-llm-2026:LLM02, exchange:inputdataleak, saif:riskSensitiveDataDisclosure, atlas:AML.T0025
//   The line from the branch to the center is plain, since both are "inside". A technician of the carrier
//   mirrors a port and reads applications with salaries for weeks.

model "Branch applications" { owner: "Branches", catalog: 2026.1 }
documents application "Application" { class: confidential, personal: true }
boundary street "Branch" {
  trust: internal
  business_app branch "Branch terminal"
}
boundary hq "Center" {
  trust: internal
  business_app center "Application desk"
}
branch -> center { sends: [application] }
