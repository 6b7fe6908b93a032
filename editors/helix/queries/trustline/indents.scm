[
  (block)
  (list)
  (arguments)
] @indent

["}" "]" ")"] @outdent
