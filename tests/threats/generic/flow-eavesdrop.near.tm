// silent: flow-eavesdrop
//   What goes over the line between the two is how many people came in: neither confidential nor about
//   anybody.

model "Branch applications" { owner: "Branches", catalog: 2026.1 }
documents application "Count of visitors"
boundary street "Branch" {
  trust: internal
  business_app branch "Branch terminal"
}
boundary hq "Center" {
  trust: internal
  business_app center "Application desk"
}
branch -> center { sends: [application] }
