//~ syntax; 4 elements, 3 flows, 1 data
model "Router" { owner: "Ana", catalog: 2026.1 }

prompts question "Question"

end_user visitor "Visitor"
model_provider small "Small model"
model_provider large "Large model"
web_app router "Router"

visitor -> router { sends: [question], controls: [tls] }
router -> small, large "prompt" { sends: [question] }
router -> large as fallback "retry" { sends: [question], controls: [tls] }
