// fires: output-integrity@ward->lab
// draws: owasp-ml-2023:ML09, nist-ai-100-2:NISTAML.02, exchange:genericsecthreats, atlas:AML.T0048
//   Somebody on the hospital's network sits between the analysis service and the ward system and turns
//   "suspicious" into "normal" on the way. The model was right and its own log says so; the ward acts on the
//   other value.

model "Smear analysis" { owner: "Pathology", catalog: 2026.1 }
readings smear "Picture of the smear" { class: confidential, personal: true }
decisions finding "Finding" { from: [smear] }
boundary pathology "Laboratory" {
  trust: internal
  inference_service lab "Analysis model" { modality: image, deployed: premises }
}
boundary hospital "Ward" {
  trust: internal
  business_app ward "Ward system"
}
ward -> lab { sends: [smear], returns: [finding] }
