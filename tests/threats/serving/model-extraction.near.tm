// silent: model-extraction
//   The model can be downloaded by everybody: a copy is no theft.

model "Product tagging" { owner: "Vision", catalog: 2026.1 }
readings photo "Product photo" { class: public }
decisions labels "Tags" { from: [photo] }
weights tags "Published tagging model" { class: public }
partner shop "Shop with an account"
boundary cloud "Cloud account" {
  trust: internal
  inference_api api "Tagging API" {
    modality: image
    proprietary: false
    holds: [tags]
    controls: [auth]
  }
}
shop -> api { sends: [photo], returns: [labels], controls: [tls] }
