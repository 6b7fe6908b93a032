// Everything was renamed, here and in the imported file; what is said uses the old names.
import "platform.tm" as platform

boundary site "Site" { was: area
  gateway edge "Edge" { was: [waf, front] }
  database old "Named as another was" { was: shelf }
}
documents file "File" { was: paper }
llm brain "Brain" { was: "mind" }
edge -> platform.index as lookup { sends: [file], was: search }
edge -> brain as ask { sends: [file], was: edge -> brain }
edge -> brain as tell { sends: [file] }
brain -> old { writes: [file], was: mind -> depot }
database spare { was: old }          // `old` is another's name today, which goes before

attacker one { from: [front], wants: [paper, area, platform.vectors] }
control lock: access_control { on: [mind, area, platform.vectors, search, waf -> mind] }
require auth on front { when: element in area }
require tls on waf -> platform.vectors
accept rag-poison on mind { because: "x", by: "y" }
accept rag-poison on area { because: "x", by: "y" }
accept rag-poison on search { because: "x", by: "y" }
accept rag-poison on waf -> mind { because: "x", by: "y" }
accept rag-poison on mind -> depot { because: "x", by: "y" }
accept rag-poison on platform.vectors { because: "x", by: "y" }
accept rag-poison on old { because: "x", by: "y" }
tested confabulation on platform.area { result: held }
assumption "It is so." { about: [paper, platform.papers, front -> platform.vectors] }
view all { focus: [area, mind, platform.area] }
threat leak "Leak" { stride: tampering, on: flow, when: source in area and target in platform.area, likelihood: 2, impact: 2, scenario: "x" }
