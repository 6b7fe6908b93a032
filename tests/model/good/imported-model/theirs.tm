model "Theirs" { owner: "Them", appetite: critical, catalog: 1999.1, lints: { undeclared-flow: deny } }
prompts ask
llm bot { tags: [theirs] }
anonymous_user visitor
visitor -> bot { sends: [ask], controls: [tls] }
control guard: prompt_guard { on: [bot] }
kind robot: llm "Robot" { about: "x" }
threat odd "Odd" { stride: tampering, on: robot, likelihood: 1, impact: 1, scenario: "x" }
attacker anyone { from: [visitor], wants: [ask] }
assumption "Nobody shouts." { about: [bot] }
question "Who reads it?" { about: [ask], owner: "Them" }
require tls on any flow { because: "Their policy." }
mitigate rag-poison on bot { with: [guard], takes: 1, because: "x" }
accept confabulation on bot { because: "x", by: "y" }
transfer model-extraction on bot { to: "z" }
dismiss denial-of-wallet on bot { because: "x" }
rated inference-flood on bot { likelihood: 1 }
tested inference-flood on bot { result: held }
off confabulation { because: "x" }
reviewed 2026-01-01
view all { focus: [bot] }
