// silent: inference-flood
//   Behind the page is a phrase book, not a model: a call costs next to nothing, and what is left is an
//   ordinary flood.

model "Public translator" { owner: "Language services", catalog: 2026.1 }
prompts text "Text" { class: public }
answers translation "Translation" { class: public, from: [text] }
anonymous_user customer "Visitor"
boundary cloud "Cloud account" {
  trust: internal
  web_app api "Translation page"
  database model "Phrase book"
}
customer -> api { sends: [text], returns: [translation], controls: [tls] }
api -> model { sends: [text], returns: [translation] }
