a --> b "one"
a => b { sends: [x] }
a → b
b <- a
a <--> b
a ->> b
a - > b
a — b
a >> b "two"
