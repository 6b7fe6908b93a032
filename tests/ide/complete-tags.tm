// ask: complete
model "M" { catalog: 2026.1 }
llm a "A" { tags: [pilot, claims] }
llm b "B" { tags: [pilot] }
a -> b { tags: [pilot, ▮] }
