boundary cloud "Cloud" {
  trust: internal
  gateway waf "API gateway"
anonymous_user visitor "Visitor"
visitor -> waf "question" { sends: [question] }
