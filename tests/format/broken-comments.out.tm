# A   comment of another language.
llm a # behind   a
/* never   closed
llm b "B"
