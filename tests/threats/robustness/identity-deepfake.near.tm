// silent: identity-deepfake
//   The model only says whether pictures are sharp enough; nobody is recognized by it, so a false face gains
//   nothing here.

model "Opening an account" { owner: "Retail banking", catalog: 2026.1 }
readings selfie "Selfie video" { personal: true }
documents passport "Photo of the passport" { class: confidential, personal: true }
decisions match "Sharp enough or not" { from: [selfie, passport] }
end_user applicant "Applicant"
boundary bank "Bank" {
  trust: internal
  web_app desk "Sign-up page"
  inference_service matcher "Picture quality check" { modality: image }
}
applicant -> desk { sends: [selfie, passport], returns: [match], controls: [tls] }
desk -> matcher { sends: [selfie, passport], returns: [match] }
