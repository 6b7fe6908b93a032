// silent: model-extraction
//   A supplier gets the pictures that the model was asked about, but never what it answered: there are no pairs to
//   learn from.

model "Claim check" { owner: "Claims", catalog: 2026.1 }

readings photo "Photo of the damage"
decisions verdict "Verdict" { from: [photo] }

partner garage "Garage"

boundary house "Insurer" {
  trust: internal
  staff clerk "Clerk"
  gateway desk "Claims desk"
  inference_service checker "Damage model" { modality: image }
}

clerk -> desk "hands in" { sends: [photo], returns: [verdict] }
desk -> checker { sends: [photo], returns: [verdict] }
desk -> garage "orders" { sends: [photo], controls: [tls] }
