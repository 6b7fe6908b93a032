anonymous_user visitor
boundary cloud "Cloud {
  gateway waf
}
visitor -> waf
