// Every shape, and what may be left out.
word: value
a -> b
a -> b as name "label" { x: y }
a <-> b "both"
a -> b -> c -> d "chain" { x: y; z: w }
vendor.llm -> b.c
kind name
kind name: one, two.three "label" { }
vendor.kind name "label"
mitigate rule on element
mitigate rule on a -> b { x: y }
mitigate rule on a -> b -> c
mitigate rule on a <-> b
mitigate rule on *
mitigate rule on any gateway
mitigate rule on any flow { x: y }
mitigate vendor.rule on vendor.llm
word "text"
word "text" as name { x: y }
word 2027-06-30
word 2027-06-30 { x: y }
use rag(support, "x", [1, 2], { a: b }) as name { x: y }
use rag()
