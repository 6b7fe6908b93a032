model "M" {
  about: """
    Some text.
  owner: "Ana"
}
llm a "A"
threat t "T" {
  scenario: """
    What an attacker does.
  mitigation: """
    What to do.
  """
}
