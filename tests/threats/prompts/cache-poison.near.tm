// silent: cache-poison
//   A clerk fills the cache with answers that have been checked; what visitors ask is not kept.

model "City help line" { owner: "City", catalog: 2026.1 }

prompts question "Question"
answers reply "Answer" { from: [question] }

anonymous_user citizen "Citizen"

boundary city "City" {
  trust: internal
  staff clerk "Clerk"
  web_app line "Help line"
  cache answers "Answers to like questions" { stores: [reply] }
  llm model "Own model"
}

citizen -> line "asks" { sends: [question], returns: [reply], controls: [tls] }
line -> answers { returns: [reply] }
clerk -> answers "fills" { writes: [reply] }
line -> model { sends: [question], returns: [reply] }
