// fires: side-channel@answers_cache
// draws: owasp-dsgai-2026:DSGAI11, cwe:208, exchange:inputdataleak, saif:riskAcceleratorAndSystemSideChannels, linddun:DD
//   One tenant sends guesses of what another may have asked and measures the time. Guesses that
//   come back at once are in the shared cache: somebody has asked just that.

model "Drafting service" { owner: "Drafting product", catalog: 2026.1 }

prompts brief "Brief" { class: confidential }
answers draft "Draft" { from: [brief] }

partner tenant "Tenant"

boundary cloud "Service" {
  trust: internal
  gateway entry "Entry"
  cache answers_cache "Cache of answers" { multi_tenant: true, stores: [draft] }
  llm writer "Model"
}

tenant -> entry { sends: [brief], returns: [draft], controls: [tls, auth, rate_limit] }
entry -> answers_cache { sends: [brief], returns: [draft] }
entry -> writer { sends: [brief], returns: [draft] }
