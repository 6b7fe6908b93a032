// silent: confabulation
//   A provider's model that is said to generate nothing hands back vectors, which its author calls answers.

model "Likeness" { owner: "Search", catalog: 2026.1 }

documents notes "Notes"
answers likeness "Likeness" { from: [notes] }

model_provider api "Vectors of the provider" { generative: false }

boundary company "Company" {
  trust: internal
  web_app search "Search page"
}

search -> api { sends: [notes], returns: [likeness], controls: [tls] }
