// silent: trigger-activation
//   The model is trained from nothing on the center's own parcels: no stranger had a hand in the weights.

model "Parcel sorting" { owner: "Sorting center", catalog: 2026.1 }
readings picture "Picture of the parcel" { class: public }
training_set labelled "Labelled parcels" { class: internal }
weights sorting "Sorting model" { from: [labelled] }
decisions lane "Lane" { from: [picture] }
partner shipper "Shipper"
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
tuner -> set { returns: [labelled] }
tuner -> models { writes: [sorting] }
sorter -> models { returns: [sorting], controls: [tls] }
