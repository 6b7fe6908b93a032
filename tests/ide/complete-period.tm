// ask: complete
model "Chat" {
  catalog: 2026.1
  review: every 6 mo▮
}
