// ask: lenses
model "New" { catalog: 2026.1 }
prompts question
