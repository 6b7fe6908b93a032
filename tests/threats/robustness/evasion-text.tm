// fires: evasion-text@filter
// draws: owasp-ml-2023:ML01, nist-ai-100-2:NISTAML.022, exchange:evasion, saif:riskModelEvasion, atlas:AML.T0043.003, atlas:AML.T0068
//   A member writes the insult with a zero for the o and an invisible character in the middle. Other members
//   read it as it is meant; the filter finds nothing and the comment is published.

model "Comment filter" { owner: "Community", catalog: 2026.1 }
documents comment "Comment" { class: public }
decisions verdict "Publish or not" { from: [comment] }
end_user member "Member"
boundary site "Forum" {
  trust: internal
  web_app forum "Forum" { controls: [auth] }
  inference_service filter "Insult filter" { modality: text }
}
member -> forum { sends: [comment], returns: [verdict], controls: [tls] }
forum -> filter { sends: [comment], returns: [verdict] }
