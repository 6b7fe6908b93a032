// fires: approval-spoof@driver->page
// draws: owasp-agentic:ASI09, owasp-agentic:T15, owasp-llm-2026:LLM03, saif:riskRogueActions
//   A parcel label carries a text for the agent. The page shows the driver a call that the agent describes as a
//   change of address; its last argument, off the screen, hands the parcel out without a signature.

model "Parcel agent" { owner: "Delivery", catalog: 2026.1 }

documents label "Text on the label"
tool_calls calls "Tool calls" { from: [label] }

end_user shipper "Anybody who sends parcels"

boundary depot "Depot" {
  trust: internal
  staff driver "Driver"
  web_app page "Driver's page"
  data_ingestion scanner "Label scanner"
  agent helper "Parcel agent"
  llm model "Own model"
  tool parcels "Parcel tool"
}

shipper -> scanner "writes the label" { sends: [label], controls: [tls] }
scanner -> helper { sends: [label] }
helper -> model { sends: [label], returns: [calls] }
page -> helper "gets what is to be approved" { returns: [calls] }
driver -> page "looks and approves" { returns: [calls] }
helper -> parcels "does it" { sends: [calls] }
