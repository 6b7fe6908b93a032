// silent: prompt-worm
//   The draft goes to a person and no further by itself, so a copy of the text reaches no other agent.

model "Answering machine" { owner: "Sales", catalog: 2026.1 }

documents mails "Mails"
answers reply "Reply" { from: [mails] }
instructions manner "Manner of writing"

email world "Mail from outside"
model_provider llm "Hosted model"

boundary company "Company" {
  trust: internal
  gateway inbox "Mail gateway"
  agent helper "Mail agent"
  staff seller "Seller"
}

world -> inbox { sends: [mails] }
seller -> helper "says how to write" { sends: [manner] }
inbox -> helper "hands over" { sends: [mails] }
helper -> llm "drafts" { sends: [mails, manner], returns: [reply], controls: [tls] }
helper -> seller "proposes" { sends: [reply] }
