anonymous_user visitor
boundary cloud Cloud account {
  gateway waf
}
visitor -> waf
reviewed 2026-10-01
question "?" { about: [cloud] }
