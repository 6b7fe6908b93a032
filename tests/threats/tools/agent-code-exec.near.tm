// silent: agent-code-exec
//   The model chooses sort and axes, and a library of the house draws: nothing that a model wrote is run.

model "Chart agent" { owner: "Controlling", catalog: 2026.1 }

documents table "Uploaded table" { class: internal }
tool_calls spec "Sort of the chart, its axes" { from: [table] }
answers chart "Chart" { from: [table] }

end_user customer "Customer"

boundary house "Company" {
  trust: internal
  web_app page "Upload page" { accepts_files: true }
  agent drawer "Chart agent"
  llm model "Own model"
  tool runner "Chart library"
}

customer -> page "uploads" { sends: [table], returns: [chart], controls: [tls] }
page -> drawer { sends: [table], returns: [chart] }
drawer -> model "has it written" { sends: [table], returns: [spec] }
drawer -> runner "draws" { sends: [spec, table], returns: [chart] }
