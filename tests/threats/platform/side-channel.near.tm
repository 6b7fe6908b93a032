// silent: side-channel
//   Each tenant has a cache of its own. How fast it answers tells a tenant only what its own
//   people have asked.

model "Drafting service" { owner: "Drafting product", catalog: 2026.1 }

prompts brief "Brief" { class: confidential }
answers draft "Draft" { from: [brief] }

partner tenant "Tenant"

boundary cloud "Service" {
  trust: internal
  gateway entry "Entry"
  cache answers_cache "Cache of the tenant" { stores: [draft] }
  llm writer "Model"
}

tenant -> entry { sends: [brief], returns: [draft], controls: [tls, auth, rate_limit] }
entry -> answers_cache { sends: [brief], returns: [draft] }
entry -> writer { sends: [brief], returns: [draft] }
