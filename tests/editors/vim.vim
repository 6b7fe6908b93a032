" Run by Vim and Neovim on sample.tm: writes what is wrong, a line each, to the file $TM_OUT.
let s:wrong = []
function! s:Is(what, got, wanted) abort
  if a:got !=# a:wanted
    call add(s:wrong, a:what . ': ' . string(a:got) . ', not ' . string(a:wanted))
  endif
endfunction

try
  filetype plugin indent on
  syntax on
  execute 'edit ' . fnameescape($TM_SAMPLE)
  call s:Is('filetype', &filetype, 'trustline')
  call s:Is('commentstring', &commentstring, '// %s')
  call s:Is('syntax', b:current_syntax, 'trustline')

  " The colours of places: of a pattern's first character, which group.
  for [s:pattern, s:group] in [
        \ ['^// One', 'tmLineComment'], ['^import', 'tmStatement'], ['"vendors', 'tmText'],
        \ ['as vendor', 'tmOperator'], ['^model', 'tmStatement'], ['owner:', 'tmProperty'],
        \ ['\\"A', 'tmEscape'], ['every 3', 'tmOperator'], ['3 months', 'tmNumber'],
        \ ['For a', 'tmLongText'], ['\*\*public', 'tmBold'], ['^kind', 'tmStatement'],
        \ ['^boundary', 'tmStatement'], ['gateway', 'tmKind'], ['waf "G', ''],
        \ ['controls:', 'tmProperty'], ['// with', 'tmLineComment'], ['exposed: t', 'tmProperty'],
        \ ['true }', 'tmBoolean'], ['^visitor', ''], ['-> waf as', 'tmArrow'], ['30d', 'tmNumber'],
        \ ['^mitigate', 'tmStatement'], ['on visitor', 'tmOperator'], ['2027', 'tmDate'],
        \ ['^reviewed', 'tmStatement'], ['when:', 'tmWhen'], ['and rec', 'tmConditionWord'],
        \ ['is doc', 'tmConditionWord'], ['or target', 'tmConditionWord'], ['stride:', 'tmProperty'],
        \ ['atlas:', 'tmReference'], ['over { lines', 'tmBlockComment'], ['on: flow', 'tmProperty']]
    call cursor(1, 1)
    let [s:line, s:column] = searchpos('\C' . s:pattern, 'cW')
    let s:stack = map(synstack(s:line, s:column), 'synIDattr(v:val, "name")')
    let s:stack = filter(s:stack, 'v:val !=# "tmBlock"')
    call s:Is(s:pattern, empty(s:stack) ? '' : s:stack[-1], s:group)
  endfor

  " A text whose indentation was lost gets it again, but for what stands in long texts and comments.
  let s:wanted = getline(1, '$')
  let s:kept = '^\s*\%(For a\|- deeper\|over\)'
  silent %s/^\s\+//e
  for s:n in range(1, line('$'))
    if s:wanted[s:n - 1] =~# s:kept
      call setline(s:n, s:wanted[s:n - 1])
    endif
  endfor
  syntax sync fromstart
  silent normal! gg=G
  for s:n in range(1, line('$'))
    if s:wanted[s:n - 1] !~# s:kept && s:wanted[s:n - 1] !~# '^\s*\*/'
      call s:Is('indentation of line ' . s:n, getline(s:n), s:wanted[s:n - 1])
    endif
  endfor

  " What is typed.
  enew!
  set filetype=trustline
  execute "normal! iboundary a {\<CR>llm b {\<CR>controls: [tls]\<CR>}\<CR>when: a\<CR>and b\<CR>c: d\<CR>}"
  call s:Is('typed', getline(1, '$'), ['boundary a {', '  llm b {', '    controls: [tls]', '  }', '  when: a', '    and b', '  c: d', '}'])

  enew!
  set filetype=trustline
  execute "normal! i// A model\<CR>model \"M\" {\<CR>about: \"\"\"\<CR>A text\<CR>of two lines.\<CR>\"\"\"\<CR>owner: \"A\"\<CR>}"
  call s:Is('a typed text', getline(1, '$'), ['// A model', 'model "M" {', '  about: """', '    A text', '    of two lines.', '  """', '  owner: "A"', '}'])

  " What `trustline check` prints.
  let s:printed = ['error[wrong-type]: `owner` takes a text', ' --> a b.tm:3:20', '  |', '3 | model {}', '  |  ^^', '',
        \ 'warning[stale-response]: gone', '   --> x.tm:12:1', '   |', '3 errors']
  call setloclist(0, [], ' ', {'lines': s:printed, 'efm': &l:errorformat})
  let s:found = filter(getloclist(0), 'v:val.valid')
  call s:Is('places', map(copy(s:found), '[bufname(v:val.bufnr), v:val.lnum, v:val.col, v:val.type]'), [['a b.tm', 3, 20, 'E'], ['x.tm', 12, 1, 'W']])
  call s:Is('a message', trim(s:found[0].text), '`owner` takes a text')

  if has('nvim') && $TM_PARSER !=# ''
    " The grammar, with the queries of this folder.
    lua << LUA
    local text = table.concat(vim.fn.readfile(vim.env.TM_SAMPLE), '\n')
    local add = vim.treesitter.language and vim.treesitter.language.add
    if add then add('trustline', { path = vim.env.TM_PARSER }) else vim.treesitter.require_language('trustline', vim.env.TM_PARSER) end
    local tree = vim.treesitter.get_string_parser(text, 'trustline'):parse()[1]
    vim.g.tm_error = tree:root():has_error()
    local get = vim.treesitter.query and vim.treesitter.query.get or require('vim.treesitter.query').get_query
    local n = 0
    for _, name in ipairs({ 'highlights', 'folds', 'indents', 'injections', 'locals', 'tags' }) do
      local query = get('trustline', name)
      for _ in query:iter_captures(tree:root(), text, 0, -1) do n = n + 1 end
    end
    vim.g.tm_captures = n
LUA
    call s:Is('a fault in the tree', g:tm_error, v:false)
    call s:Is('captures', g:tm_captures > 100, 1)
  endif
  if has('nvim')
    call s:Is('has a server', luaeval("require('trustline').has_server()"), $TM_SERVER ==# 'yes' ? v:true : v:false)
  endif
catch
  call add(s:wrong, v:exception . ' at ' . v:throwpoint)
endtry
call writefile(s:wrong, $TM_OUT)
qall!
