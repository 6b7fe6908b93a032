// Moved, stored, held, written; and what something that moves is made of.
model "M" { catalog: 2026.1 }
prompts question
training_set reviews
weights mood "Mood" { from: [reviews] }
documents handbook
credentials key
logs log
end_user visitor
boundary cloud "Cloud" {
  trust: internal
  web_app shop { holds: [key] }
  rag_store index { stores: [handbook] }
  log_store logbook
  model_storage bucket
}
visitor -> shop { sends: [question] }
shop -> index
shop -> logbook { writes: [log] }
shop -> bucket { returns: [mood] }
