boundary a {
  about: """
    never closed
  llm b "B"
}
llm c
