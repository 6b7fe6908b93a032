// Kinds of the organisation. Each stands under kinds of the catalog: it has their threats, icon and
// properties, sets defaults of its own, and adds properties that the house wants to know of.

// Of data: every claim file is confidential and personal unless a model says otherwise.
kind claim_file: documents "Claim file" {
  about: "The file of one claim: letters, medical reports, payments."
  class: confidential
  integrity: high
  personal: true
}

// Of elements, with two parents: threats of both arise on it; it is drawn as the first.
kind case_store: document_store, ticket_system "Case store" {
  about: "Keeps cases with their documents and the notes that people write on them."
  layer: data_operations
  property retention_years { type: number, default: 10, about: "How long a closed case is kept." }
}

// A hosted model that the platform team has a contract for. Rules and threats of policy.tm read
// what is declared here.
kind approved_model: model_provider "Approved model" {
  about: "A hosted language model that may be used, under a contract of the platform team."
  property region { type: [eu, us, elsewhere], default: elsewhere, about: "Where it computes." }
  property trains {
    type: bool
    default: false
    about: "Whether the provider may train on what it is sent."
  }
  property answers {
    type: [text, images, code]
    many: true
    default: [text]
    about: "What it may be used for."
  }
  property contract { type: text, default: "", about: "Where the contract is filed." }
}
