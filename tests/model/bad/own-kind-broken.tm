kind fraud_api llm "Fraud" { about: "x" }
fraud_api a { generative: true }
anonymous_user v
v -> a
