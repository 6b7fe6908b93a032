// fires: endpoint-spoof@portal->registry
// draws: exchange:genericsecthreats, atlas:AML.T0074
//   Somebody with a foot in the office network answers look-ups of names, and says that the company register
//   is their own machine. The portal asks there, learns of owners who were made up, and files them.

model "Supplier portal" { owner: "Purchasing", catalog: 2026.1 }
documents owners "Company owners" { class: internal }
documents query "Company name"
third_party_api registry "Company register"
boundary office "Office" {
  trust: internal
  process portal "Supplier check"
  database files "Supplier files"
}
portal -> registry { sends: [query], returns: [owners] }
portal -> files { writes: [owners] }
