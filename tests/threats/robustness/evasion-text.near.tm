// silent: evasion-text
//   The model scores how much somebody writes, not what: it reads no text whose spelling could be changed.

model "Comment filter" { owner: "Community", catalog: 2026.1 }
documents comment "Number of comments" { class: public }
decisions verdict "Publish or not" { from: [comment] }
end_user member "Member"
boundary site "Forum" {
  trust: internal
  web_app forum "Forum" { controls: [auth] }
  inference_service filter "Activity score" { modality: tabular }
}
member -> forum { sends: [comment], returns: [verdict], controls: [tls] }
forum -> filter { sends: [comment], returns: [verdict] }
