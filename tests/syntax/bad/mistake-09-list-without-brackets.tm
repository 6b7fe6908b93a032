gateway waf "API" {
  controls: auth, rate_limit
  stores: docs, prompts, class: public
}
