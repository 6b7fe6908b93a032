// silent: lethal-trifecta
//   The answer goes to a seller, who sends it: the agent has no way out of the company.

model "Mail agent" { owner: "Sales", catalog: 2026.1 }

documents mails "Mails" { class: internal }
documents offers "Offers" { class: confidential }
answers reply "Reply" { from: [mails, offers] }

email world "Mail from outside"
model_provider llm "Hosted model"

boundary company "Company" {
  trust: internal
  gateway inbox "Mail gateway"
  agent helper "Mail agent"
  document_store archive "Offers" { stores: [offers] }
  staff seller "Seller"
}

world -> inbox { sends: [mails] }
inbox -> helper "hands over" { sends: [mails] }
helper -> archive "looks up" { returns: [offers] }
helper -> llm "plans" { sends: [mails, offers], returns: [reply], controls: [tls] }
helper -> seller "proposes" { sends: [reply] }
seller -> archive "files" { writes: [offers] }
