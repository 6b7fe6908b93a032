thing x {
  joined: [a, b, c]
  parted: [a, b, c, d]
  fits: [a_name_of_some_length_01, a_name_of_some_length_02, a_name_of_some_length_03, a_name_of_s]
  does_not: [a_name_of_some_length_01, a_name_of_some_length_02, a_name_of_some_length_03, a_name]
  blank_lines: [
    a_name_of_some_length_01,
    a_name_of_some_length_02,

    a_name_of_some_length_03,
    a_name_of_some_length_04
  ]
  nested: [
    [a_name_of_some_length_01, a_name_of_some_length_02],
    [a_name_of_some_length_03, a_name, [b]]
  ]
  maps: [{ a: 1, b: 2 }, { c: 3 }]
  map_over_lines: [
    {
      a: 1
      b: 2
    },
    c
  ]
  flows: [a -> b, c -> d]
  empty: []
  blank: []
  text: [
    """one""",
    """
      two
    """
  ]
}
use pattern(
  a_name_of_some_length_01,
  a_name_of_some_length_02,
  a_name_of_some_length_03,
  a_name,
  b
) as p { x: 1 }
use pattern(a, b)
