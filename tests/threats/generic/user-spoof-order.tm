// fires: user-spoof@client->desk
// draws: owasp-api-2023:API2, exchange:genericsecthreats, atlas:AML.T0012
//   Somebody tries passwords from an old leak on the trading page until one fits, and sells the client's
//   shares through the assistant, which does as the client says.

model "Trading assistant" { owner: "Brokerage", catalog: 2026.1 }
orders order "Order"
answers quote "Quote" { class: public }
end_user client "Client"
boundary broker "Broker" {
  trust: internal
  web_app desk "Trading page" { controls: [audit_log] }
  llm model "Own model" { proprietary: false }
}
client -> desk { sends: [order], returns: [quote], controls: [tls] }
desk -> model { sends: [order], returns: [quote] }
