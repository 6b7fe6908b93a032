; Long texts are Markdown.
((markdown) @injection.content
  (#set! injection.language "markdown"))

((line_comment) @injection.content
  (#set! injection.language "comment"))
((block_comment) @injection.content
  (#set! injection.language "comment"))
