//~ open-block; 4 elements, 3 flows, 2 data
model "Loan advice" { owner: "Credit", catalog: 2026.1 }

prompts application "Application" { class: confidential, personal: true }
decisions advice "Advice" { from: [application] }

end_user applicant "Applicant"

boundary bank "Bank" {
  trust: internal
  web_app portal "Portal"
  boundary scoring "Scoring" {
    trust: restricted
    inference_api model_api "Scoring model"
    database features "Features"
  }

applicant -> portal "applies" { sends: [application], controls: [tls] }
portal -> model_api { sends: [application], returns: [advice] }
model_api -> features { returns: [application] }
