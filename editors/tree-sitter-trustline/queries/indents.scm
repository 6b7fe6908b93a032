[
  (block)
  (list)
  (arguments)
] @indent.begin

["}" "]" ")"] @indent.branch
["}" "]" ")"] @indent.end

[
  (long_text)
  (block_comment)
  (ERROR)
] @indent.auto
