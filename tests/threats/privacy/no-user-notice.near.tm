// silent: no-user-notice
//   Fixed rules of the bank decide, with no model.

model "Loan decision" { owner: "Loans", catalog: 2026.1 }

asset form "Application" { class: confidential, personal: true }
asset verdict "Verdict" { personal: true }

end_user applicant "Applicant"

boundary bank "Bank" {
  trust: internal
  web_app page "Loan page" { use: decision_support }
  process scorer "Rules of the bank"
}

applicant -> page "applies" { sends: [form], returns: [verdict], controls: [tls, auth] }
page -> scorer { sends: [form], returns: [verdict] }
