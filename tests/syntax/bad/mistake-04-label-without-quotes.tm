boundary cloud Cloud account {
  gateway waf API gateway
}
visitor -> waf asks a question { sends: [question] }
