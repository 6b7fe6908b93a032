// fires: no-user-notice@applicant
// draws: cwe:223, linddun:U, linddun:Nc
//   An applicant fills in a form and gets a refusal. Nobody said that a model decides, so the applicant does not ask
//   for a person, and later nobody can show that it was said.

model "Loan decision" { owner: "Loans", catalog: 2026.1 }

asset form "Application" { class: confidential, personal: true }
decisions verdict "Verdict" { from: [form] }

end_user applicant "Applicant"

boundary bank "Bank" {
  trust: internal
  web_app page "Loan page" { use: decision_support }
  inference_service scorer "Loan model"
}

applicant -> page "applies" { sends: [form], returns: [verdict], controls: [tls, auth] }
page -> scorer { sends: [form], returns: [verdict] }
