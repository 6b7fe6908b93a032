threat w "W" {
  stride: tampering
  on: flow
  when: crosses up
    or source is user
    and target is llm
    // Why this.
    and (target is tool
    or target is agent and source is agent
    and source is orchestrator)
    or (target is agent
      or target is gateway
      and (source is agent or
           source is tool))
  likelihood: 1
}
threat v "V" {
  when: crosses up
    and (source is user
      or target is llm)
    and (source is agent and (target is llm
      or target is agent)
      or target is gateway)
}
