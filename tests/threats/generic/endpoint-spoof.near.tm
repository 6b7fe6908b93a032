// silent: endpoint-spoof
//   Only a public list comes back for a public page number: whoever takes the register's place learns
//   nothing, and could print the list as well.

model "Supplier portal" { owner: "Purchasing", catalog: 2026.1 }
documents owners "Company names" { class: public }
documents query "Page number" { class: public }
third_party_api registry "Company register"
boundary office "Office" {
  trust: internal
  process portal "Supplier check"
  database files "Supplier files"
}
portal -> registry { sends: [query], returns: [owners] }
portal -> files { writes: [owners] }
