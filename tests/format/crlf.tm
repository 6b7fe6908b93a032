model "Windows" {
  owner: "Ana"
  about: """
    One line.   
      Two lines.
  """
}


// a comment
llm a /* over
   lines */ { }
