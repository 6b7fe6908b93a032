threat t "T" {
  lowered_by: { auth: 2, tls: 1 }
  softened_by: {
    human_approval: 1
    training: 2
  }
  long: {
    a_name_of_some_length_01: 1
    a_name_of_some_length_02: 2
    a_name_of_some_length_03: 3
    a: 4
  }
  deep: { a: { b: { c: [d, { e: 1 }] } } }
  lines: {
    a: {
      b: 1
    }

    c: 2
  }
  semicolons: {
    a: 1
    b: 2
  }
}
