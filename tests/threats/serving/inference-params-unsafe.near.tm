// silent: inference-params-unsafe
//   The server sets how the model writes; a caller gives a task and nothing else.

model "School model" { owner: "School board", catalog: 2026.1 }
prompts task "Task" { class: internal }
answers text "Text" { from: [task] }
end_user pupil "Pupil"
boundary board "School board" {
  trust: internal
  gateway door "Model gateway" { controls: [auth, rate_limit] }
  llm model "Language model" { proprietary: false }
}
pupil -> door { sends: [task], returns: [text], controls: [tls] }
door -> model { sends: [task], returns: [text] }
