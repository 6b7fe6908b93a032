// silent: prompt-template-tamper
//   The store is an archive that nothing reads; the instructions are built into the desk.

model "Advice desk" { owner: "Advice", catalog: 2026.1 }

prompts question "Question"
instructions frame "Instructions"
answers reply "Advice" { from: [question] }

end_user client "Client"

boundary house "House" {
  trust: internal
  staff marketing "Marketing"
  web_app desk "Advice desk" { holds: [frame] }
  prompt_store frames "Templates" { stores: [frame] }
  llm model "Own model"
}

client -> desk "asks" { sends: [question], returns: [reply], controls: [tls, auth] }
marketing -> frames "files" { writes: [frame] }
desk -> model { sends: [frame, question], returns: [reply] }
