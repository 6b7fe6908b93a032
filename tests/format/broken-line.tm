llm   a   { class: internal   personal: true }
llm   b   { about:   Some words,   owner:"Ana" }
llm   c   "C"
