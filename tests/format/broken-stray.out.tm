llm   a
}
llm   b

boundary c {
  llm   d
  }
}
llm e
