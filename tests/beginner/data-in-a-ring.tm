//~ cycle; 3 elements, 2 flows, 3 data
model "Ticket bot" { owner: "Ana", catalog: 2026.1 }

prompts question "Question" { personal: true }
answers reply "Reply" { from: [question, memory] }
documents memory "Memory" { from: [reply] }

end_user visitor "Visitor"
web_app site "Site"
database store "Store" { stores: [memory] }

visitor -> site { sends: [question], returns: [reply] }
site -> store { writes: [memory] }
