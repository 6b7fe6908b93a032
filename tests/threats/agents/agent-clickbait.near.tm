// silent: agent-clickbait
//   The agent fetches pages and reads them, but cannot click: there is no button to be lured to. What is written in
//   them is another threat.

model "Price agent" { owner: "Purchasing", catalog: 2026.1 }

prompts wish "Wish"
documents pages "Pages of shops" { class: public }
answers offers "Offers" { from: [wish, pages] }

public_web web "Shops on the web"
model_provider llm "Hosted model"

boundary company "Company" {
  trust: internal
  staff colleague "Colleague"
  agent buyer "Price agent"
}

colleague -> buyer "wants to buy" { sends: [wish], returns: [offers] }
buyer -> web "fetches pages" { returns: [pages], controls: [tls] }
buyer -> llm "reads" { sends: [wish, pages], returns: [offers], controls: [tls] }
