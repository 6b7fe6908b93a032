// What an edition adds: see tests/living/editions.rs for what it renames, drops and rates anew.

threat session-hijack "Somebody goes on in another's session" {
  stride: spoofing
  on: flow
  when: crosses up and source is user and target is web_app
  likelihood: 3
  impact: 3
  lowered_by: { auth: 2 }
  scenario: "Somebody else's session with {target} is taken over and gone on with."
  mitigation: "Bind sessions to their users, and end them soon."
}
