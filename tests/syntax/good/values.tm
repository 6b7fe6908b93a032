text: "a \"quoted\" \\ text\nof two lines"
empty: ""
long: """
    First.
      Indented.

    Last: "quoted", // no comment, { no block
  """
long_one: """ on one line """
word: internal
name: vendor.llm
yes: true
no: false
integer: 42
decimal: 2026.10
negative: -1
unit: 30d
percent: 99.9%
date: 2027-06-30
leap: 2028-02-29
often: every 3 months
reference: atlas:AML.T0070
quoted_reference: nist-ai-rmf:"GOVERN 1.1"
colons: promptfoo:pii:session
path: ghsa:a/b/c
flow: a -> b
both: a <-> b
chain: a -> b -> c
kinds: [any gateway, any flow, *]
on: any gateway
all: *
list: [a, "b", 3, [c, d], { e: f }, g -> h,]
over_lines: [
  a, // with a comment
  b
]
list_empty: []
map: { a: 1, b: [c], d: { e: f } }
map_lines: {
  a: 1
  b: 2
}
map_empty: {}
every: every
any: any
