((markdown) @content
  (#set! "language" "markdown"))
