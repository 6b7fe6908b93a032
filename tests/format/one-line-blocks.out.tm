llm a { about: "It stays on one line.", owner: "Ana" }
llm b { about: "These are a hundred columns, and so on and so on and so on and so on and so", x: 1 }
llm b {
  about: "These are one more, and so on and so on and so on and so on and so on and so"
  x: 1
}
llm c {
  about: "It stays over lines."
  owner: "Ana"
  tags: [a]
}
llm d {
  owner: "Ana"
}
boundary e { llm f }
boundary g {
  llm h
  llm i
}
boundary j {
  trust: internal
  owner: "Ana"
}
boundary k { llm l }
boundary m { gateway n { controls: [auth] } }
boundary o {
  gateway a_gateway_with_a_long_name "Gateway of all calls" { controls: [auth, tls, rate_limit] }
}
boundary p {
  boundary q {
    llm r
    llm s
  }
}
llm t {}
llm u {}
llm v { owner: "Ana" }
