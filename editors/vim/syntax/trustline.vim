" Colours of Trustline models. A word is told by the shape of its statement, so that kinds which a
" model declares look like those of the catalog.
if exists('b:current_syntax')
  finish
endif
let s:save = &cpoptions
set cpoptions&vim

syntax case match
syntax sync minlines=200

let s:name = '[A-Za-z_][A-Za-z0-9_]*\%(-[A-Za-z0-9_]\+\)*'
let s:path = s:name . '\%(\.' . s:name . '\)*'
" A statement begins with its line, or behind a brace, a comma or a semicolon.
let s:start = '\%(\%(^\|[{};,]\)\s*\)\@<='
let s:blank = '\%(\s\|$\)\@='

" Marks, numbers, references
syntax match tmDelimiter /[{}()[\],;]/
syntax match tmArrow /<\?->/
execute 'syntax match tmNumber /\%([[:alnum:]_.-]\)\@<!-\?\d\+\%(\.\d\+\)\?\%(%\|\a\+\)\?\%([[:alnum:]_-]\)\@!/'
syntax match tmDate /\%([[:alnum:]_.-]\)\@<!\d\{4}-\d\d-\d\d\%([[:alnum:]_-]\)\@!/
execute 'syntax match tmReference /' . s:name . ':\%(\/\/\)\@!\%([[:alnum:]_."]\)\@=\%([[:alnum:]_.:\/-]*\)/'
syntax match tmBoolean /:\s*\zs\%(true\|false\)\>\%([-.]\)\@!/
execute 'syntax match tmOperator /\<\%(any\|as\|on\)\>\%(\s\+[A-Za-z_*]\)\@=/'
syntax match tmOperator /\<every\>\%(\s\+\d\)\@=/

" The first words of statements
execute 'syntax match tmKind /' . s:start . s:path . '\%(\s\+' . s:path . '\)\@=/'
execute 'syntax match tmStatement /' . s:start . s:path . '\%(\s*"\)\@=/'
execute 'syntax match tmStatement /' . s:start . s:path . '\%(\s\+\d\{4}-\)\@=/'
execute 'syntax match tmStatement /' . s:start . s:path . '\%(\s\+' . s:path . '\s\+on\>\)\@=/'
execute 'syntax match tmProperty /' . s:start . s:path . '\%(\s*:' . s:blank . '\)\@=/'
" statement words; a test compares them with the program
execute 'syntax match tmStatement /' . s:start . '\%(boundary\|kind\|property\|control\|threat\|off\|attacker\|view\)\%(\s\+' . s:path . '\)\@=/'

" The value of `when`, and lines that go on with it
syntax match tmConditionWord contained /\<\%(and\|or\|not\|is\|in\|crosses\|up\|down\|level\|tainted\|by\|exposes\|to\|from\|sends\|writes\|returns\|moves\|stores\|holds\|receives\|gives\|reaches\|feeds\|fed_by\|another\)\>\%([-.]\)\@!/
syntax match tmCompare contained /[<>=!]=\|[<>=]/
execute 'syntax match tmWhen contained /' . s:start . 'when\%(\s*:\)\@=/'
execute 'syntax region tmCondition start=/' . s:start . 'when\s*:' . s:blank . '/ start=/^\s*\%(and\|or\)\>\%([-:.]\|\s*["{]\)\@!/ end=/\ze[;{}]/ end=/\ze,\s*' . s:path . '\s*:/ end=/$/ oneline keepend contains=tmWhen,tmConditionWord,tmCompare,tmNumber,tmDate,tmText,tmLineComment,tmBlockComment'

" Texts
syntax match tmEscape contained /\\["\\n]/
syntax region tmText start=/"/ skip=/\\./ end=/"/ end=/$/ oneline contains=tmEscape,@Spell
syntax region tmLongText matchgroup=tmText start=/"""/ end=/"""/ keepend fold contains=tmBold,tmItalic,tmCode,tmLink,@Spell
syntax region tmBold contained start=/\*\*\S\@=/ end=/\S\@<=\*\*/ oneline
syntax region tmItalic contained start=/\*[^ *]\@=/ end=/[^ *]\@<=\*/ oneline
syntax region tmCode contained start=/`/ end=/`/ oneline
syntax match tmLink contained /\[[^]]*\]([^)]*)/

" Comments last, so that nothing else is found in them
syntax keyword tmTodo contained TODO FIXME XXX CHANGE
syntax region tmLineComment start=+//+ end=/$/ oneline contains=tmTodo,@Spell
syntax region tmBlockComment start=+/\*+ end=+\*/+ fold contains=tmTodo,@Spell

syntax region tmBlock start=/{/ end=/}/ transparent fold

highlight default link tmKind Type
highlight default link tmStatement Statement
highlight default link tmProperty Identifier
highlight default link tmArrow Operator
highlight default link tmOperator Keyword
highlight default link tmNumber Number
highlight default link tmDate Number
highlight default link tmReference Constant
highlight default link tmBoolean Boolean
highlight default link tmWhen Conditional
highlight default link tmConditionWord Keyword
highlight default link tmCompare Operator
highlight default link tmDelimiter Delimiter
highlight default link tmText String
highlight default link tmLongText String
highlight default link tmEscape SpecialChar
highlight default link tmCode Special
highlight default link tmLink Underlined
highlight default tmBold term=bold cterm=bold gui=bold
highlight default tmItalic term=italic cterm=italic gui=italic
highlight default link tmLineComment Comment
highlight default link tmBlockComment Comment
highlight default link tmTodo Todo

let b:current_syntax = 'trustline'
let &cpoptions = s:save
unlet s:save s:name s:path s:start s:blank
