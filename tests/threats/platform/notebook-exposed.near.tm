// silent: notebook-exposed
//   Each group has a notebook server of its own, which only its members reach from the campus:
//   nobody else is near to run a line in it.

model "University notebooks" { owner: "Computing center", catalog: 2026.1 }

code analysis "Analysis"
training_set pictures "Microscope pictures"

boundary campus "Campus network" {
  trust: partner
  data_scientist student "Student"
}

boundary center "Computing center" {
  trust: internal
  notebook workspace "Notebook of the group" { multi_tenant: false }
  dataset_store archive "Pictures of the groups" { stores: [pictures] }
}

student -> workspace "works in" { sends: [analysis], returns: [pictures], controls: [tls] }
workspace -> archive { returns: [pictures] }
