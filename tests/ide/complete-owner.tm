// ask: complete
model "M" {
  catalog: 2026.1
  owner: "Legal Engineering"
}
llm a "A" { owner: "Platform" }
llm b "B" { owner: "▮" }
accept confabulation on a { because: "x", by: "CISO" }
