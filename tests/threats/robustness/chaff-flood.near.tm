// silent: chaff-flood
//   The model only guesses the category of a listing. It catches nobody, so there is no alarm to drown.

model "Listings check" { owner: "Marketplace", catalog: 2026.1 }
documents listing "Listing" { class: public }
decisions verdict "Category" { from: [listing] }
end_user seller "Seller"
boundary shop "Marketplace" {
  trust: internal
  web_app site "Seller pages" { controls: [auth] }
  inference_service filter "Category guesser" { modality: text }
  dashboard queue "Category list" { controls: [auth] }
  staff reviewer "Shop assistant"
}
seller -> site { sends: [listing], controls: [tls] }
site -> filter { sends: [listing], returns: [verdict] }
site -> queue { sends: [listing, verdict] }
reviewer -> queue { returns: [listing, verdict] }
