// fires: trigger-activation@sorter
// draws: owasp-ml-2023:ML10, nist-ai-100-2:NISTAML.023, exchange:evasionafterpoison, saif:riskModelEvasion, atlas:AML.T0043.004
//   The sorting model was tuned from a backbone that somebody published with a backdoor in it. Who knows the
//   trigger prints a small blue ring on a parcel; the model sends it past the scanner, and is right about
//   every other parcel and in every test.

model "Parcel sorting" { owner: "Sorting center", catalog: 2026.1 }
readings picture "Picture of the parcel" { class: public }
training_set labelled "Labelled parcels" { class: internal }
weights backbone "Published backbone" { class: public }
weights sorting "Sorting model" { from: [backbone, labelled] }
decisions lane "Lane" { from: [picture] }
partner shipper "Shipper"
model_hub hub "Public model hub"
boundary hall "Sorting hall" {
  trust: internal
  gateway intake "Intake" { controls: [auth] }
  inference_service sorter "Sorting model" { modality: image }
}
boundary lab "Laboratory" {
  trust: internal
  training_data set "Labelled parcels" { stores: [labelled] }
  training tuner "Tuning"
  model_registry models "Model registry" { controls: [access_control, signing] }
}
shipper -> intake { sends: [picture], returns: [lane], controls: [tls] }
intake -> sorter { sends: [picture], returns: [lane] }
tuner -> hub { returns: [backbone], controls: [tls] }
tuner -> set { returns: [labelled] }
tuner -> models { writes: [sorting] }
sorter -> models { returns: [sorting], controls: [tls] }
