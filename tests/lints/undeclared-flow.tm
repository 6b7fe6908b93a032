// The second is one statement, though it is two flows.
model "M" { catalog: 2026.1 }
end_user visitor
boundary cloud "Cloud" {
  trust: internal
  web_app shop
  web_app office
}
visitor -> shop
office <-> visitor "chat"
