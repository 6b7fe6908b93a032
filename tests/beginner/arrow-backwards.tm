//~ syntax; 4 elements, 2 flows, 2 data
model "Product search" { owner: "Eve", catalog: 2026.1 }

prompts query "Query"
documents products "Product texts" { class: public }

end_user customer "Customer"
boundary shop "Shop" {
  trust: internal
  web_app front "Shop front"
  inference_api search "Semantic search"
  vector_store vectors "Product vectors" { stores: [products] }
}

customer -> front "searches" { sends: [query], returns: [products] }
front -> search { sends: [query], returns: [products] }
vectors <- search "looks up" { sends: [query], returns: [products] }
