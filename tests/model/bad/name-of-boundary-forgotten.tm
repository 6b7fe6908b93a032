anonymous_user visitor
boundary "Cloud account" {
  trust: internal
  gateway waf
}
visitor -> waf
