boundry cloud "Cloud" {
  gateway waf "API gateway"
}
