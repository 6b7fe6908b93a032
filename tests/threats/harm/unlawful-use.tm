// fires: unlawful-use@matcher
// draws: plot4ai:P4AI-3.07, plot4ai:P4AI-7.12
//   The cameras of a shop see everybody who walks in, and the matcher compares each face with a list. Nobody was asked,
//   and the law allows it to hardly anybody.

model "Shop door" { owner: "Store security", catalog: 2026.1 }

readings faces "Faces at the door" { personal: true, class: confidential }
decisions match "Match" { from: [faces] }

data_subject passer "Anybody who walks in"

boundary shop "Shop" {
  trust: internal
  iot_sensor camera "Door camera"
  staff guard "Guard"
  boundary recognition "Recognition" {
    trust: restricted
    inference_service matcher "Face matching" { use: biometric, modality: image }
  }
}

passer -> camera "walks by" { sends: [faces] }
matcher -> camera { returns: [faces] }
matcher -> guard "alerts" { sends: [match] }
