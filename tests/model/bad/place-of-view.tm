boundary cloud {
  gateway waf
  view a { focus: [waf] }
}
