//~ bad-character; 3 elements, 2 flows, 1 data
model "Wiki bot" { owner: "Docs", catalog: 2026.1 }

documents page "Pages" { class: internal }

end_user reader "Reader"
boundary wiki "Wiki" {
  trust: internal
  web_app bot "Wiki bot"
  database pages "Page store" { stores: [page] }
}

reader -> bot "asks" { returns: [page], controls: [tls] }
bot -> pages { returns: [page] }
