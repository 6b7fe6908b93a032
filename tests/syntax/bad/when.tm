threat t "T" {
  when: tainted unless prompt_guard
}
threat t "T" {
  when: target is not rag_store
}
threat t "T" {
  when: crosses up and
    target is store
  impact: 2
}
threat t "T" {
  when: target has tls
    and crosses up
}
threat t "T" {
  when: crosses up && !tainted || source.trust = internal
}
threat t "T" {
  when: 1 < impact < 3
}
threat t "T" {
  when: (crosses up
  impact: 3
}
threat t "T" {
  when: () and x
  when: not
  when:
  when: a -> b
}
