// fires: identity-deepfake@desk->matcher
// draws: atlas:AML.T0088, atlas:AML.T0073, exchange:evasion, saif:riskModelEvasion
//   Somebody makes a video of a stranger's face from pictures on a social network and plays it into the
//   camera of the sign-up page. The matcher finds the face of the passport, and an account is opened in the
//   stranger's name.

model "Opening an account" { owner: "Retail banking", catalog: 2026.1 }
readings selfie "Selfie video" { personal: true }
documents passport "Photo of the passport" { class: confidential, personal: true }
decisions match "Same person or not" { from: [selfie, passport] }
end_user applicant "Applicant"
boundary bank "Bank" {
  trust: internal
  web_app desk "Sign-up page"
  inference_service matcher "Face matcher" { modality: image, use: biometric }
}
applicant -> desk { sends: [selfie, passport], returns: [match], controls: [tls] }
desk -> matcher { sends: [selfie, passport], returns: [match] }
