a -> b: "question" { sends: [x] }
llm c : "Label"
