boundary cloud "Cloud account {
  gateway waf "API gateway"
}
llm a "open
x -> y "also open
