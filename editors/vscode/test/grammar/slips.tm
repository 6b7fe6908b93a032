// A slip stays on its line.
llm a "A
llm b "B" what is this
chat ->
boundary c {
  controls: [tls, auth
  owner: "Ana"
  stores: [x, y
}
x: @ y
llm d "D"
