boundary inside "   " {
  gateway waf
}
