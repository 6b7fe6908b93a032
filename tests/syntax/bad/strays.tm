}
boundary a "A" {
  llm b "B"
  }
  llm c "C"
}
llm d "D" ]
x: (a]
y: [{ a: 1 ]
