// silent: sandbox-escape
//   Only teachers hand programs in. What runs may be wrong, but nobody outside has made it to break out.

model "Programming course" { owner: "School", catalog: 2026.1 }

code homework "Homework" { class: internal }
code tests "Tests" { from: [homework] }
tool_results outcome "Outcome" { from: [homework] }
answers advice "Advice" { from: [homework, outcome] }

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

page -> tutor { sends: [homework], returns: [advice] }
tutor -> model "asks" { sends: [homework, outcome], returns: [tests, advice] }
tutor -> runner "runs" { sends: [homework, tests], returns: [outcome] }
teacher -> page "tries it out" { sends: [homework], returns: [advice] }
