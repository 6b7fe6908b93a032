//~ syntax; 4 elements, 2 flows, 1 data
// Taken over from our Terraform, by hand.
model "Image tagging" { owner: "Platform", catalog: 2026.1 }

readings photo "Photos" { class: internal, personal: true }

end_user member "Member"

boundary aws "AWS account" {
  trust: internal
  gateway "api" "main" {
    controls: [auth, rate_limit]
  }
  inference_api tagger "Tagger"
  file_system bucket "Bucket" { stores: [photo] }
}

member -> tagger "upload" { sends: [photo], controls: [tls] }
tagger -> bucket { writes: [photo] }
