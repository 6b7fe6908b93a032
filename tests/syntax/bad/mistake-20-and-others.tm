# a comment
# of two lines
llm a "A" # behind
llm grüße "Hello"
llm 2fa "Two"
model "M" {
  owner:
    "Ana"
  version:
}
chat ->
-> chat
internet {
  trust: untrusted
}
chat
