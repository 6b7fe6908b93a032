// silent: harmful-generation
//   Only clerks of the shop use the page; no stranger can have it write anything.

model "Greeting cards" { owner: "Card shop", catalog: 2026.1 }

prompts occasion "Occasion"
answers verse "Verse" { from: [occasion] }

boundary counter "Counter" {
  trust: internal
  staff clerk "Clerk"
}

boundary shop "Card shop" {
  trust: internal
  web_app page "Card page"
  llm model "Own model"
}

clerk -> page "orders" { sends: [occasion], returns: [verse], controls: [tls, auth] }
page -> model { sends: [occasion], returns: [verse] }
