// fires: broken-object-authz@portal
// draws: owasp-api-2023:API1, owasp-api-2023:API5, exchange:genericsecthreats, atlas:AML.T0049
//   A customer's browser asks the portal for fine-tuning job 4711, which is its own. The customer asks for
//   4710 as well, and gets the training file of a competitor; the page for stopping jobs does not look
//   either.

model "Fine-tuning as a service" { owner: "Model platform", catalog: 2026.1 }
training_set examples "Customers' examples" { class: confidential }
documents job "Job"
end_user customer "Customer"
browser page "Customer's browser"
boundary cloud "Cloud account" {
  trust: internal
  web_app portal "Tuning portal" { controls: [auth] }
  database jobs "Jobs and files" { stores: [examples, job], controls: [encryption_at_rest] }
}
customer -> page { sends: [job, examples] }
page -> portal { sends: [job, examples], returns: [job, examples], controls: [tls] }
portal -> jobs { writes: [job, examples], returns: [job, examples] }
