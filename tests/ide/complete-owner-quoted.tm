// ask: complete
model "M" {
  catalog: 2026.1
  owner: "Ana \"A\" \\ Co"
}
llm b "B" { owner: "▮" }
