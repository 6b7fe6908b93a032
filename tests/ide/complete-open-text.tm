// ask: complete
model "M" { catalog: 2026.1, owner: "Ana" }
llm b "B" { owner: "▮
anonymous_user visitor "Visitor"
visitor -> b
