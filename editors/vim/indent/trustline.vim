" Indentation of Trustline models: by brackets, and one step for lines that go on with a `when`.
if exists('b:did_indent')
  finish
endif
let b:did_indent = 1

setlocal indentexpr=TrustlineIndent(v:lnum)
setlocal indentkeys=0{,0},0),0],!^F,o,O,0=and,0=or,0=\"\"\"
setlocal autoindent
let b:undo_indent = 'setlocal indentexpr< indentkeys< autoindent<'

if exists('*TrustlineIndent')
  finish
endif

" A line without its texts and comments.
function! s:Bare(line) abort
  let line = substitute(a:line, '"\%(\\.\|[^"\\]\)*"', '""', 'g')
  let line = substitute(line, '/\*.\{-}\*/', '', 'g')
  return substitute(line, '//.*$', '', '')
endfunction

" Whether a line begins in a long text or a comment that began above.
function! s:Inside(lnum) abort
  let stack = map(synstack(a:lnum, 1), 'synIDattr(v:val, "name")')
  let inside = filter(stack, 'v:val =~# "^\\%(tmLongText\\|tmBlockComment\\)$"')
  return !empty(inside) && getline(a:lnum) !~# '^\s*/\*'
endfunction

function! TrustlineIndent(lnum) abort
  " In a long text or a comment over lines nothing is known; its end stands under its beginning.
  if s:Inside(a:lnum) && getline(a:lnum) !~# '^\s*"""'
    " A new line behind what opens a long text stands a step deeper; what has a depth keeps it.
    let opens = getline(a:lnum) =~# '^\s*$' && getline(a:lnum - 1) =~# '^\%(.*\S\)\=\s*"""\s*$' && !s:Inside(a:lnum - 1)
    return opens ? indent(a:lnum - 1) + shiftwidth() : -1
  endif
  let above = prevnonblank(a:lnum - 1)
  while above > 0 && s:Inside(above)
    let above = prevnonblank(above - 1)
  endwhile
  if above == 0
    return 0
  endif
  let text = s:Bare(getline(above))
  let indent = indent(above)
  let goes_on = '^\s*\%(and\|or\)\>'
  if getline(a:lnum) =~# goes_on
    return indent + (text =~# '\<when\s*:' ? shiftwidth() : 0)
  endif
  " Back from the lines that went on with a `when`.
  let from = above
  while from > 1 && getline(from) =~# goes_on
    let from = prevnonblank(from - 1)
  endwhile
  if from != above
    let indent = indent(from)
  endif
  let inner = substitute(text, '^\s*[])}]\+', '', '')
  let opened = len(substitute(inner, '[^[({]', '', 'g')) - len(substitute(inner, '[^])}]', '', 'g'))
  if opened > 0
    let indent += shiftwidth()
  elseif opened < 0
    let indent -= shiftwidth()
  endif
  if getline(a:lnum) =~# '^\s*[])}]'
    let indent -= shiftwidth()
  endif
  return max([indent, 0])
endfunction
