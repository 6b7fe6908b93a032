gateway a; gateway b; gateway c
a -> b { was: a -> c }
b -> c { was: "a->c" }
