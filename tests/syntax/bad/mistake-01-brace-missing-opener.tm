boundary cloud "Cloud" {
  trust: internal
  boundary tools "Tools" // what agents call
    // The first of them.
    mcp_server files "Files" { autonomous: no }
    boundary inner
      llm small "Small"
    }
  }
  llm chat "Chat"
}
chat -> files "read"
  sends: [question],
  returns: [articles]
}
chat -> small
