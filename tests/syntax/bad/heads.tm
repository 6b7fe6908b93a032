"a text"
a.b.c -> d
import platform.tm
flow a -> b
llm x "A" "B"
llm x as y
a -> b "label" as name
a -> b -> c as name
a -> b <-> c
a -> b ->
llm x [a, b]
trust: internal { llm a "A" }
[ a ]
{ llm a "A" }
a = b
"""
owner "Ana"
x: [a b, c: d, 1.2.3]
x: [, a]
x: {a, b}
x: "a" b
x: a "b"
x: a -> b -> 
use rag(a b: c) as d e
reviewed 2026-10-01 by Ana
question "What?" Ana
