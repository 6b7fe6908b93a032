// silent: model-extraction
//   Only the publisher's own editors ask; no answer leaves for anybody less trusted, so nobody outside can
//   collect them.

model "Maths tutor" { owner: "Learning", catalog: 2026.1 }
prompts exercise "Exercise"
answers explanation "Explanation" { from: [exercise] }
weights tuned "Tuned language model"
boundary school "Editors" {
  trust: internal
  staff pupil "Editor"
}
boundary cloud "Cloud account" {
  trust: internal
  web_app page "Tutor" { controls: [auth] }
  llm tutor "Tutor model" { holds: [tuned] }
}
pupil -> page { sends: [exercise], returns: [explanation], controls: [tls] }
page -> tutor { sends: [exercise], returns: [explanation] }
