// silent: guardrail-bypass
//   Only editors of the site ask; nobody who would want past the filter reaches it.

model "Recipe chat" { owner: "Recipes", catalog: 2026.1 }

prompts question "Question"
answers reply "Answer" { from: [question] }

boundary rooms "Offices" {
  trust: internal
  staff cook "Editor"
}

boundary kitchen "Recipe site" {
  trust: internal
  web_app page "Recipe page"
  guardrail filter "Prompt filter" { controls: [prompt_guard] }
  llm model "Own model"
}

cook -> page "asks" { sends: [question], returns: [reply], controls: [tls] }
page -> model { sends: [question], returns: [reply], via: [filter] }
