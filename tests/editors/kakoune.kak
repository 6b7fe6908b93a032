# Run by Kakoune: the file type, comments on and off, and what is typed go to the folder $TM_OUT.
# At last sample.tm is shown, and the test reads its colours.
source "%val{runtime}/colors/default.kak"
source "%val{runtime}/rc/tools/comment.kak"
# As kakoune-lsp declares it.
declare-option -hidden str lsp_servers
source %sh{ printf %s "$TM_KAKOUNE" }

edit %sh{ printf %s/typed.tm "$TM_OUT" }
execute-keys -with-hooks 'iboundary a {<ret>llm b {<ret>controls: [tls]<ret>}<ret>llm c<ret>}<esc>'
write
execute-keys 'gg'
comment-line
write %sh{ printf %s/commented "$TM_OUT" }
comment-line
write %sh{ printf %s/uncommented "$TM_OUT" }

edit %sh{ printf %s "$TM_SAMPLE" }
evaluate-commands %sh{ printf 'echo -to-file %s/servers -- %%opt{lsp_servers}' "$TM_OUT" }
evaluate-commands %sh{ printf 'echo -to-file %s/filetype %s' "$TM_OUT" "$kak_opt_filetype" }
