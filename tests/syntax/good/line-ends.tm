model "M" {
  owner: "Ana"
  about: """
    One.
    Two.
  """
}
// comment
a -> b
