// silent: provider-retention
//   What is sent is a leaflet that everybody has; it may be kept and trained on.

model "Letter writer" { owner: "Practice", catalog: 2026.1 }

documents findings "Package leaflet" { class: public }
answers letter "Letter" { from: [findings] }

model_provider llm "Hosted model"

boundary practice "Practice" {
  trust: internal
  staff doctor "Doctor"
  web_app desk "Letter desk"
}

doctor -> desk "dictates" { sends: [findings], returns: [letter] }
desk -> llm { sends: [findings], returns: [letter], controls: [tls] }
