// ask: complete
model "M" { catalog: 2026.1 }
boundary cloud "Cloud" {
  trust: internal
  web_app desk "Desk" {
    ow▮
  database store "Store"
anonymous_user visitor "Visitor"
visitor -> desk
