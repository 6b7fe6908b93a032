llm a  "A b"
llm b​ "B" // ‮ kept
llm c "C" ‮
llm d 🙂🙂 "D"
when x ≥ 3
owner： "Ana"
llm e "E" 
