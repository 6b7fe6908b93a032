// ask: complete
model "M" { catalog: 2026.1 }
llm a "A"
accept confabulation on a { because: "x", by: "y", until: ▮ }
