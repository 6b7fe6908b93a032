[
  (block)
  (list)
  (long_text)
  (block_comment)
  (line_comment)+
] @fold
