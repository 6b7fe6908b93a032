chat -> llm "augmented prompt" { sends: [question, handbook, pages], returns: [reply], via: [guard], controls: [tls] }
assumption "A text that is too long for a line has no place where it could be broken, and so it stays as it is, all of it." { about: [a] }
llm a "A label that is long" // and a comment that goes on and on and on, and which is not broken and not moved either
llm b { owner: "Ana", about: "It fits." } // a comment behind a block does not count when it is asked what fits into it
a_name_of_some_length_01 -> a_name_of_some_length_02 -> a_name_of_some_length_03 -> a_name_of_some_length_04 { sends: [question] }
