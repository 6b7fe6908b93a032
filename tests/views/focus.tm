// A focus with what is one or two flows away, and ways that are left out.
model "Focus" { catalog: 2026.1 }
prompts ask
answers reply { from: [ask] }
end_user visitor "Visitor"
boundary cloud "Cloud" {
  trust: internal
  gateway waf "Gateway"
  boundary app "App" {
    inference_api chat "Chat"
    rag_store index "Index"
    log_store journal "Journal"
  }
  boundary far "Far" {
    data_ingestion crawler "Crawler"
    database archive "Archive"
  }
}
visitor -> waf "asks" { sends: [ask], returns: [reply] }
waf -> chat { sends: [ask], returns: [reply] }
chat -> index "query" { sends: [ask] }
chat -> journal { writes: [ask] }
crawler -> index { writes: [ask] }
crawler -> archive { writes: [ask] }
crawler -> journal { writes: [ask] }

view near "One flow away" { focus: [index] }
view nearer "Only itself" { focus: [index], depth: 0 }
view farther "Two flows away, down" { focus: [index], depth: 2, direction: down, page: landscape }
view round_about "Not by way of the journal" { focus: [chat], depth: 2, exclude: [journal, crawler -> index] }
view of_a_kind "All stores" { focus: [any store], depth: 0 }
view of_a_boundary "A boundary and what is near" { focus: [far] }
view everything "All of it" {}
view but_one "All but one" { exclude: [archive] }
