// ask: complete
model "Desk" { owner: "Ana", catalog: 2026.1 }
prompts q "Question"
web_app desk "Desk"
llm big "Big"
desk -> big {
  sends: [q
  protocol: "x"
  ▮¶
