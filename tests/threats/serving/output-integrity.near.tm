// silent: output-integrity
//   What comes back is a note that the picture has arrived, with no decision in it that somebody could turn
//   round on the way.

model "Smear analysis" { owner: "Pathology", catalog: 2026.1 }
readings smear "Picture of the smear" { class: confidential, personal: true }
documents finding "Received note"
boundary pathology "Laboratory" {
  trust: internal
  inference_service lab "Analysis model" { modality: image, deployed: premises }
}
boundary hospital "Ward" {
  trust: internal
  business_app ward "Ward system"
}
ward -> lab { sends: [smear], returns: [finding] }
