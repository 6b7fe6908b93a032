// ask: complete
model "M" { catalog: 2026.1 }
llm a "A"
tested▮
