// A boundary within has its parent's trust, and the implied one was written by nobody.
model "M" { catalog: 2026.1 }
prompts question
end_user visitor
web_app loose
boundary cloud "Cloud" {
  trust: partner
  web_app shop
  boundary inner "Inner" {
    web_app office
  }
}
visitor -> shop { sends: [question] }
shop -> office -> loose { sends: [question] }
