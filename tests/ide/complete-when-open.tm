// ask: complete
model "Desk" { owner: "Ana", catalog: 2026.1 }
threat leak "Leak" {
  stride: tampering
  on: agent
  when: ▮¶
