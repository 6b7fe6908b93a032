//~ stray-close; 3 elements, 2 flows, 1 data
model "Summaries" { owner: "Legal", catalog: 2026.1 }

documents contract "Contracts" { class: confidential }

end_user lawyer "Lawyer"
boundary dms "Document system"
  trust: internal
  web_app viewer "Viewer"
  database store "Contracts" { stores: [contract] }
}

lawyer -> viewer "opens" { returns: [contract], controls: [tls] }
viewer -> store { returns: [contract] }
