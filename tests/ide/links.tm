// ask: links
import "v.tm" as v
threat leak "Leak" { stride: tampering, on: flow, likelihood: 2, impact: 2, scenario: "s", refs: [atlas:AML.T0070] }
//// v.tm
llm big
