// silent: unlawful-use
//   A member of staff holds the face up to the door to prove who is there, and it is compared with that one
//   person's picture. Nobody else is looked at.

model "Staff door" { owner: "Store security", catalog: 2026.1 }

readings faces "Face of who opens" { personal: true, class: confidential }
decisions match "Match" { from: [faces] }

boundary shop "Shop" {
  trust: internal
  staff member "Member of staff"
  gateway reader "Door reader"
  boundary recognition "Recognition" {
    trust: restricted
    inference_service matcher "Face matching" { use: biometric, modality: image }
  }
}

member -> reader "opens" { sends: [faces], returns: [match] }
reader -> matcher { sends: [faces], returns: [match] }
