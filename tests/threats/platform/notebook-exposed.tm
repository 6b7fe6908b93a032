// fires: notebook-exposed@workspace
// draws: atlas:AML.T0012, exchange:genericsecthreats, saif:riskInsecureIntegratedComponent
//   Two research groups have their notebooks on one hub. A student of one group opens the
//   other's session by its address, whose token was never set, and runs a line that reads the
//   other group's pictures.

model "University notebooks" { owner: "Computing center", catalog: 2026.1 }

code analysis "Analysis"
training_set pictures "Microscope pictures"

boundary campus "Campus network" {
  trust: partner
  data_scientist student "Student"
}

boundary center "Computing center" {
  trust: internal
  notebook workspace "Notebook hub" { multi_tenant: true }
  dataset_store archive "Pictures of the groups" { stores: [pictures] }
}

student -> workspace "works in" { sends: [analysis], returns: [pictures], controls: [tls] }
workspace -> archive { returns: [pictures] }
