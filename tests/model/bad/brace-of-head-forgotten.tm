boundary tools "Tools"
  trust: internal
  database files "Files"
}
llm chat "Chat"
chat -> files
