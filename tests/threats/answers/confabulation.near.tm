// silent: confabulation
//   The desk finds leaflets that people have written; nothing is made up on the way.

model "Tenants' advice" { owner: "Tenants' union", catalog: 2026.1 }

prompts question "Question"
documents advice "Leaflet" { class: public }

end_user tenant "Tenant"

boundary union "Tenants' union" {
  trust: internal
  web_app desk "Advice desk"
  document_store model "Leaflets" { stores: [advice] }
}

tenant -> desk "asks" { sends: [question], returns: [advice], controls: [tls, auth] }
desk -> model { sends: [question], returns: [advice] }
