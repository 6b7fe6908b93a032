// silent: data-subject-profiling
//   The memory holds settings of the device and nothing about who uses it.

model "Companion" { owner: "Companion team", catalog: 2026.1 }

prompts talk "Talk" { personal: true }
asset traits "Settings of the device"
answers reply "Answer" { from: [talk, traits] }

end_user person "User"

boundary service "Service" {
  trust: internal
  agent friend "Companion"
  memory_store memory "Memory"
}

person -> friend "talks" { sends: [talk], returns: [reply], controls: [tls, auth] }
friend -> memory { returns: [traits] }
friend -> memory as keep "keeps" { writes: [traits] }
