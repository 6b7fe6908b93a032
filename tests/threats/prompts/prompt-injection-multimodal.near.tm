// silent: prompt-injection-multimodal
//   The model gives one of five classes and reads no words; there is nothing in it that would follow an instruction.

model "Claims by photo" { owner: "Motor claims", catalog: 2026.1 }

recordings photo "Photo of the damage"
decisions report "Damage class" { from: [photo] }

end_user claimant "Claimant"

boundary insurer "Insurer" {
  trust: internal
  web_app intake "Claims page"
  inference_service vision "Damage classifier" { modality: image }
}

claimant -> intake "uploads" { sends: [photo], returns: [report], controls: [tls, auth] }
intake -> vision { sends: [photo], returns: [report] }
