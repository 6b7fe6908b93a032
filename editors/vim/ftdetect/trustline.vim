" `set`, not `setfiletype`: without it, `.tm` would be a module of Tcl.
autocmd BufNewFile,BufRead *.tm set filetype=trustline
