bot -> kb "search" { sends: [question], returns: [articles]
bot -> db { sends: [query] }
boundary cloud "Cloud" {
  llm chat "Chat" { provider: "P" // who
  llm small "Small"
}
boundary home "Home" {
  llm deep "Deep" { provider: "P", vision: {a: b }
}
boundary yard "Yard" { trust: internal
  gateway waf "Gate"
user visitor "Visitor"
visitor -> waf { sends: [question],
returns: [answer] }
chat -> small { sends: [a]
