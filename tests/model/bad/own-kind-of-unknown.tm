kind fraud_api: inference_apy "Fraud" { about: "x" }
fraud_api a { generative: true }
anonymous_user v
v -> a
require auth on any fraud_api
