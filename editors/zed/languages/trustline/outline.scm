(declaration
  word: (path) @context
  name: (path) @name) @item

(titled
  word: (path) @context
  text: (_) @name) @item

(response
  word: (path) @context
  name: (path) @name) @item

(flow alias: (name) @name) @item
