model "M" {
  owner "Ana"
}
gateway waf
