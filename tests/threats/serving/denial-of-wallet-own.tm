// fires: denial-of-wallet@customer->door
// draws: owasp-llm-2025:LLM10, owasp-llm-2026:LLM06, exchange:airesourceexhaustion, atlas:AML.T0034.001
//   The image endpoint runs on rented accelerators that are started for each call and billed by the second.
//   Somebody with a free account asks for the largest pictures with the most steps, all night; the service
//   stays up and the bill is five figures.

model "Picture maker" { owner: "Creative tools", catalog: 2026.1 }
prompts idea "Idea" { class: internal }
answers picture "Picture" { from: [idea] }
end_user customer "Customer"
boundary cloud "Cloud account" {
  trust: internal
  inference_api door "Picture endpoint" {
    generative: true
    modality: text
    pay_per_use: true
    controls: [auth]
  }
}
customer -> door { sends: [idea], returns: [picture], controls: [tls] }
