# Trustline models (.tm): colours, indentation, comments, and the language server by kakoune-lsp.

hook global BufCreate .*\.tm %{
    set-option buffer filetype trustline
}

hook global WinSetOption filetype=trustline %<
    require-module trustline

    set-option window static_words %opt{trustline_words}

    hook window InsertChar \n -group trustline-indent trustline-indent-on-new-line
    hook window InsertChar [\]})] -group trustline-indent trustline-indent-on-closing
    hook -once -always window WinSetOption filetype=.* %{ remove-hooks window trustline-.+ }
>

hook -group trustline-highlight global WinSetOption filetype=trustline %{
    add-highlighter window/trustline ref trustline
    hook -once -always window WinSetOption filetype=.* %{ remove-highlighter window/trustline }
}

hook global BufSetOption filetype=trustline %{
    set-option buffer comment_line '//'
    set-option buffer comment_block_begin '/*'
    set-option buffer comment_block_end '*/'
    set-option buffer indentwidth 2
}

provide-module trustline %§

declare-option -hidden str-list trustline_words 'boundary' 'kind' 'property' 'control' 'threat' 'off' 'attacker' 'view'

add-highlighter shared/trustline regions
add-highlighter shared/trustline/code default-region group
add-highlighter shared/trustline/long region '"""' '"""' group
add-highlighter shared/trustline/text region '"' (?<!\\)(?:\\\\)*"|$ group
add-highlighter shared/trustline/comment region '//' '$' fill comment
add-highlighter shared/trustline/block-comment region '/\*' '\*/' fill comment

add-highlighter shared/trustline/long/ fill string
add-highlighter shared/trustline/long/ regex '\*\*[^*\n]+\*\*' 0:+b
add-highlighter shared/trustline/text/ fill string
add-highlighter shared/trustline/text/ regex '\\["\\n]' 0:meta

# A word is told by the shape of its statement: kinds are not listed.
add-highlighter shared/trustline/code/ regex '(?:^|[{};,])\h*([A-Za-z_][\w.-]*)\h+([A-Za-z_][\w.-]*)' 1:type 2:variable
add-highlighter shared/trustline/code/ regex '(?:^|[{};,])\h*([A-Za-z_][\w-]*)\h+\d\d\d\d-\d' 1:keyword
add-highlighter shared/trustline/code/ regex '(?:^|[{};,])\h*([A-Za-z_][\w.-]*)\h+([A-Za-z_][\w.-]*)\h+(on)\b' 1:keyword 2:function 3:keyword
add-highlighter shared/trustline/code/ regex '(?:^|[{};,])\h*([A-Za-z_][\w.-]*)\h*:(?:\h|$)' 1:attribute
add-highlighter shared/trustline/code/ regex '(?:^|[{};,])\h*(import|model|assumption|question)\h+(?=")' 1:keyword
add-highlighter shared/trustline/code/ regex '(?:^|[{};,])\h*(boundary|kind|property|control|threat|off|attacker|view)\h+(?=[A-Za-z_])' 1:keyword
add-highlighter shared/trustline/code/ regex '<?->|[<>=!]=|\*' 0:operator
add-highlighter shared/trustline/code/ regex '\b(as|any|every)\h+(?=\w)' 1:keyword
add-highlighter shared/trustline/code/ regex '(?<![\w.-])(-?\d+(\.\d+)?)(%|[A-Za-z]+)?(?![\w-])' 0:value
add-highlighter shared/trustline/code/ regex '(?<![\w.-])\d{4}-\d\d-\d\d(?![\w-])' 0:value
add-highlighter shared/trustline/code/ regex '\b([A-Za-z][\w-]*):([\w.][\w.:/-]*)' 1:module 2:value
add-highlighter shared/trustline/code/ regex ':\h*(true|false)\b(?![-.])' 1:value
add-highlighter shared/trustline/code/ regex '(?:^|[{};,])\h*(when)\h*:' 1:keyword
# Words of conditions, in lines that are one.
add-highlighter shared/trustline/code/ regex '\b(and|or|not|is|in|crosses|tainted|exposes|sends|writes|returns|moves|stores|holds|receives|gives|reaches|feeds|fed_by)\b\h+[\w(<>=]' 1:keyword

define-command -hidden trustline-indent-on-new-line %<
    evaluate-commands -draft -itersel %<
        # Continue a line comment.
        try %< execute-keys -draft k x s ^\h*\K//\h* <ret> y gh j P >
        # As the line above, and one step in behind an open bracket.
        try %< execute-keys -draft <semicolon> K <a-&> >
        try %< execute-keys -draft k x s \h+$ <ret> d >
        try %< execute-keys -draft k x <a-k> [{[(]\h*$ <ret> j <a-gt> >
        try %< execute-keys -draft x <a-k> ^\h*[\]})] <ret> <a-lt> >
    >
>

define-command -hidden trustline-indent-on-closing %<
    evaluate-commands -draft -itersel %<
        # Under the line that opens the bracket, if the closing one begins its line.
        try %< execute-keys -draft <a-h> <a-k> ^\h*[\]})]$ <ret> h m <a-S> 1 <a-&> >
    >
>

§

# By this, kakoune-lsp knows how to start the server.
hook -group lsp-filetype-trustline global BufSetOption filetype=trustline %{
    try %{
        set-option buffer lsp_servers %{
            [trustline]
            root_globs = [".git"]
            command = "trustline"
            args = ["lsp"]
        }
    }
}
