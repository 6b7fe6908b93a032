llm   before
boundary   a   {
    llm   b   "B"

boundary   c   {
    llm   d   "D"
}
llm   after
