// Each way of picking parts.
model "Picks" { catalog: 2026.1, appetite: low }
prompts ask "Question" { personal: true }
documents handbook "Handbook" { class: confidential }
answers reply "Answer" { from: [ask, handbook] }
anonymous_user visitor "Visitor"
model_provider llm "Hosted LLM"
boundary cloud "Cloud" {
  trust: internal
  web_app desk "Desk" { tags: [front], controls: [output_encoding] }
  boundary inner "Inner" {
    tags: [inner]
    rag_store index "Index" { stores: [handbook] }
    log_store journal "Journal"
  }
  staff clerk "Clerk"
}
visitor -> desk { sends: [ask], returns: [reply], controls: [tls] }
desk -> index { sends: [ask], returns: [handbook], tags: [look_up] }
desk -> llm { sends: [ask, handbook], returns: [reply], controls: [tls] }
desk -> journal { writes: [ask] }
clerk -> journal "reads" { returns: [ask] }
attacker anyone "Anyone" { from: [visitor], wants: [handbook], skill: low }

view by_name { include: [desk, clerk] }
view by_boundary { include: [inner] }
view by_kind { include: [any rag_store, any log_store] }
view by_flow { include: [clerk -> journal] }
view by_data { include: [handbook] }
view by_tag { include: [tag:front] }
view by_tag_around { include: [tag:inner] }
view by_tag_of_a_flow { include: [tag:look_up] }
view by_severity { include: [severity:critical] }
view by_phase { include: [phase:development] }
view by_attacker { include: [attacker:anyone] }
view by_rule { include: [threat:output-injection] }
view by_threat { include: [threat:"prompt-injection-direct@visitor->desk"] }
view focus_and_more { focus: [clerk], include: [visitor] }
view left_out { exclude: [any log_store, tag:look_up] }
