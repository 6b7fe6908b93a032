thing x {
  text: "a \"b\" \\ c\n"
  long: """one line"""
  padded: """one line"""
  quote: """ "quoted" """
  word: internal
  name: vendor.llm
  any: any flow
  all: *
  yes: true
  no: false
  number: 12
  negative: -3
  percent: 99.9%
  days: 30d
  edition: 2026.10
  date: 2027-06-30
  period: every 3 months
  review: every 3 /* c */ months
  reference: atlas:AML.T0070
  deep_reference: a:b:c/d
  quoted_reference: nist-ai-rmf:"GOVERN 1.1"
  flow: a -> b
  both: a <-> b
  chain: a -> b -> vendor.c
  empty: []
  list: [a, b, "c", atlas:AML.T0070, a -> b, [d], { e: 1 }]
  map: { a: 1, b: [2], c: { d: 3 } }
  nothing: {}
}
