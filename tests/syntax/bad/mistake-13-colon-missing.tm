boundary cloud "Cloud" {
  trust untrusted
}
