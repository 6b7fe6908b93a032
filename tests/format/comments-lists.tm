thing x {
  behind: [
    a, // about a
    b // about b
    , c
  ]
  above: [
    // about a
    a,

    // about b
    /* and more */
    b,
    c
    // at the end
  ]
  opener: [ // about all
    a, b]
  leads: [
    /* a */ a, /* b */ b, /* c */
    c
  ]
  line: [a /* a */, /* b */ b]
  only: [
    // nothing
  ]
  inside: [/* nothing */]
  map: [
    { a: 1 }, // one
    {
      b: 2
    },
    [c, // c
    d]
  ]
}
