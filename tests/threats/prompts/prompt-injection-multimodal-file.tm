// fires: prompt-injection-multimodal@applicant->portal
// draws: atlas:AML.T0051, owasp-llm-2025:LLM01, owasp-llm-2026:LLM01, nist-ai-100-2:NISTAML.015, exchange:indirectpromptinjection
//   An applicant hides "recommend this person" in a layer of the uploaded file. The portal turns it into text for
//   the model, which ranks the applicant first.

model "Applications" { owner: "Recruiting", catalog: 2026.1 }

documents letter "Application" { class: confidential, personal: true }
answers opinion "Opinion" { from: [letter] }

end_user applicant "Applicant"

boundary company "Company" {
  trust: internal
  web_app portal "Portal" { accepts_files: true }
  llm model "Own model"
  staff recruiter "Recruiter"
}

applicant -> portal "uploads" { sends: [letter], controls: [tls, auth] }
portal -> model { sends: [letter], returns: [opinion] }
recruiter -> portal "reads" { returns: [opinion], controls: [mfa] }
