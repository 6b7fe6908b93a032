// ask: complete
model "Desk" {
  catalog: 2026.1
  about: """
    Begun and never closed
}
web_app desk "Desk"
end_user visitor "Visitor"
visitor -> ▮
