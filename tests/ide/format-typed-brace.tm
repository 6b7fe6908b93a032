// ask: format-typed }
web_app   desk
boundary b {
web_app   inner
}▮
web_app   other
