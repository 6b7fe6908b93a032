// fires: sandbox-escape@runner
// draws: owasp-agentic:ASI05, owasp-agentic:T11, exchange:agentescape
//   A pupil hands in a program that opens the socket of the container runtime, which was left mounted. It starts a
//   container with the disk of the host in it and reads the work of all others.

model "Programming course" { owner: "School", catalog: 2026.1 }

code homework "Homework" { class: internal }
code tests "Tests" { from: [homework] }
tool_results outcome "Outcome" { from: [homework] }
answers advice "Advice" { from: [homework, outcome] }

end_user pupil "Pupil"

boundary school "School" {
  trust: internal
  staff teacher "Teacher"
  web_app page "Course page"
  agent tutor "Tutor agent"
  code_runner runner "Runner"
}
boundary machines "Machine room" {
  trust: internal
  llm model "Own model"
}

pupil -> page "hands in" { sends: [homework], returns: [advice], controls: [tls] }
page -> tutor { sends: [homework], returns: [advice] }
tutor -> model "asks" { sends: [homework, outcome], returns: [tests, advice] }
tutor -> runner "runs" { sends: [homework, tests], returns: [outcome] }
teacher -> page "tries it out" { sends: [homework], returns: [advice] }
