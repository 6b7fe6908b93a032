// fires: label-tamper@rules->labels
// draws: owasp-ml-2023:ML02, nist-ai-100-2:NISTAML.013, exchange:datapoison, saif:riskDataPoisoning
//   Labels come from a program of keyword rules that nobody checks. Somebody who may edit the
//   rules calls all mail from one sender harmless, and the next filter has learned it.

model "Spam labels by rules" { owner: "Mail team", catalog: 2026.1 }

documents mails "Mail" { personal: true }
labels verdicts "Spam or not"
weights filter "Filter weights"

boundary mail "Mail platform" {
  trust: restricted
  mailbox boxes "Mailboxes" { stores: [mails] }
}

boundary lab "Training platform" {
  trust: internal
  labeling rules "Labeling rules"
  label_store labels "Label store" { stores: [verdicts] }
  training trainer "Training job"
  model_registry registry "Model registry" { stores: [filter] }
}

rules -> boxes { returns: [mails], controls: [tls] }
rules -> labels { writes: [verdicts] }
trainer -> labels { returns: [verdicts] }
trainer -> registry { writes: [filter] }
