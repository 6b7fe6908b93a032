boundary cloud {
  trust untrusted
  gateway waf
}
