boundary a {
  boundary b {
    boundary c {
      boundary d {
        trust: internal
        llm e {
          owner: "Ana"
        }
      }
    }
  }
}
boundary f {
  boundary g {
    boundary h { llm i { owner: "Ana", tags: [x, y, z], about: "Too long for one line" } }
  }
}
