// ask: complete
model "Desk" { owner: "Ana", catalog: 2026.1 }
/* begun and never closed
web_app desk "Desk"
end_user visitor "Visitor"
visitor -> ▮
