// fires: api-key-theft@door
// draws: exchange:genericsecthreats, owasp-api-2023:API2, atlas:AML.T0012
//   Each client carries its key in the app. Somebody reads one out of the package and calls the gateway as
//   that client for a year; the gateway knows keys, not who has them.

model "Captions" { owner: "Media tools", catalog: 2026.1 }
credentials key "Client key"
readings clip "Clip"
answers captions "Captions" { from: [clip] }
end_user viewer "Viewer's app"
boundary cloud "Cloud account" {
  trust: internal
  gateway door "Caption gateway"
  inference_service model "Caption model" { modality: video, generative: true }
}
viewer -> door { sends: [clip, key], returns: [captions], controls: [tls] }
door -> model { sends: [clip], returns: [captions] }
