anonymous_user visitor
boundary cloud {
  gateway waf

visitor -> waf
