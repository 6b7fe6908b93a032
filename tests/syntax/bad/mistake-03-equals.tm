boundary cloud "Cloud" {
  trust = internal
  owner="Ana"
}
