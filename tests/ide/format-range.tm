// ask: format-range
web_app   desk
⟦boundary b {
web_app   inner
⟧}
web_app   other
