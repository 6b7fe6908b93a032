// ask: complete
model "Desk" { owner: "Ana", catalog: 2026.1 }
accept flow-tamper on * {
  because: "Why."
  by: "CISO"
  ▮¶
