llm a "A"
llm b "B" /* never closed
llm c "C" /* again
llm d "D"
