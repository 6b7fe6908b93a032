//~ wrong-type; 3 elements, 2 flows, 2 data
model "Ticket bot" { owner: "Ana", catalog: 2026.1 }

documents handbook "Handbook" { class: restricted }
prompts question "Question"

end_user visitor "Visitor"
web_app site "Site"
rag_store index "Index" { stores: [handbook] }

visitor -> site { sends: [question] }
site -> index { sends: [question], returns: [handbook] }
