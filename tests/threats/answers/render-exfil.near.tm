// silent: render-exfil
//   The client shows plain text; an image in the summary stays an address that nothing loads.

model "Mail summary" { owner: "Office IT", catalog: 2026.1 }

documents mails "Mails" { class: confidential, personal: true }
answers summary "Summary" { from: [mails] }

email outside "Mail from outside"

boundary office "Office" {
  trust: internal
  browser reader "Terminal client" { renders_markup: false }
  mailbox box "Mailbox" { stores: [mails] }
  web_app mail "Summary service" { renders_markup: false }
  llm model "Own model"
}

outside -> box { writes: [mails] }
mail -> box { returns: [mails] }
mail -> model { sends: [mails], returns: [summary] }
reader -> mail { returns: [summary], controls: [tls] }
