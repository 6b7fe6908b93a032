kind "Fraud" { about: "x" }
llm a
