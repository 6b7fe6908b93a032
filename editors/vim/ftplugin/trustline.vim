" Trustline models: comments, indentation, folds, and the language server in Neovim.
if exists('b:did_ftplugin')
  finish
endif
let b:did_ftplugin = 1

setlocal comments=s1:/*,mb:*,ex:*/,://
setlocal commentstring=//\ %s
setlocal expandtab shiftwidth=2 softtabstop=2
setlocal formatoptions-=t formatoptions-=r formatoptions-=o formatoptions+=cql
setlocal iskeyword=@,48-57,_,-
setlocal suffixesadd=.tm
setlocal include=^\\s*import
setlocal foldmethod=syntax foldlevel=99
let b:match_words = '{:},\[:\],(:)'

" `:make` checks the model. The quickfix list has a line for each diagnostic.
setlocal makeprg=trustline\ check\ --\ %:S
setlocal errorformat=%Eerror[%*[^]]]:\ %m,%Wwarning[%*[^]]]:\ %m,%Inote[%*[^]]]:\ %m,%Z%*\\s-->\ %f:%l:%c,%-C%.%#,%-G%.%#

let b:undo_ftplugin = 'setlocal comments< commentstring< expandtab< shiftwidth< softtabstop<'
      \ . ' formatoptions< omnifunc< iskeyword< suffixesadd< include< foldmethod< foldlevel< makeprg< errorformat<'
      \ . ' | unlet! b:match_words'

if has('nvim')
  lua require('trustline').attach()
  command! -buffer TrustlinePreview lua require('trustline').preview()
  let b:undo_ftplugin .= ' | silent! setlocal completeopt< | silent! delcommand -buffer TrustlinePreview'
endif
