; The outline, and where names are used.
((declaration
  word: (path (name) @_word)
  name: (path (name) @name)) @definition.module
  (#eq? @_word "boundary"))

((declaration
  word: (path (name) @_word)
  name: (path (name) @name)) @definition.class
  (#eq? @_word "kind"))

((declaration
  word: (path (name) @_word)
  name: (path (name) @name)) @definition.function
  (#any-of? @_word "threat" "control"))

((declaration
  word: (path (name) @_word)
  name: (path (name) @name)) @definition.constant
  (#not-any-of? @_word "boundary" "kind" "threat" "control"))

(flow alias: (name) @name) @definition.interface

(flow end: (path (name) @name)) @reference.call
(declaration parent: (path (name) @name)) @reference.class
