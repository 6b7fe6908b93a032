web_app shop ""
web_app desk "Desk"
boundary inside "   " {
  database store
}
shop -> store ""
