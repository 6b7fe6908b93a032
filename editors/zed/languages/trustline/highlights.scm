; Colours, by Zed's names. A word is told by the shape of its statement, so that kinds which a model declares look
; like those of the catalog. The two lists are the program's; a test compares them.

(line_comment) @comment
(block_comment) @comment

; ---- The first words of statements

; statement words
((declaration word: (path (name) @keyword))
  (#any-of? @keyword "boundary" "kind" "property" "control" "threat" "off" "attacker" "view"))
; statement words
((declaration word: (path (name) @type))
  (#not-any-of? @type "boundary" "kind" "property" "control" "threat" "off" "attacker" "view"))

(titled word: (path (name) @keyword))
(dated word: (path (name) @keyword))
(response word: (path (name) @keyword))
(call word: (path (name) @keyword))
(property name: (path (name) @property))
(condition name: (name) @keyword)

; ---- Names

(declaration name: (path (name) @variable))
(declaration parent: (path (name) @type))
(response name: (path (name) @function))
(call name: (path (name) @function))
(flow end: (path (name) @variable))
(flow alias: (name) @label)
(titled alias: (name) @namespace)
(call alias: (name) @namespace)

(response target: (path (name) @variable))
(chain end: (path (name) @variable))
(any kind: (path (name) @type))

; controls
((property
  name: (path (name) @_name)
  value: [(path (name) @attribute) (list (path (name) @attribute))])
  (#any-of? @_name "controls" "expects" "lacks" "with"))

((property value: (path . (name) @boolean .))
  (#any-of? @boolean "true" "false"))

; Most lone words are of a fixed set, as in `trust: internal`.
; controls
((property
  name: (path (name) @_name)
  value: (path . (name) @constant .))
  (#not-any-of? @_name "controls" "expects" "lacks" "with")
  (#not-any-of? @constant "true" "false"))

; ---- Values

(text) @string
(long_text) @string
(escape) @string.escape
(number) @number
(unit) @number
(date) @number
(reference framework: (framework) @namespace)
(reference id: (reference_id) @string.special.symbol)

; ---- The value of `when`

["and" "or" "not"] @keyword.operator
["crosses" "up" "down" "level" "tainted" "by" "exposes" "to" "from" "is" "in"] @keyword.operator
["sends" "writes" "returns" "moves" "stores" "holds" "receives" "gives"] @keyword.operator
["reaches" "feeds" "fed_by" "another"] @keyword.operator
(operator) @operator
(is kind: (path (name) @type))
(leads kind: (path (name) @type))

; ---- Marks

["as" "on" "any" "every"] @keyword
(arrow) @operator
(everything) @operator
["{" "}" "[" "]" "(" ")"] @punctuation.bracket
["," ";" ":" "."] @punctuation.delimiter
