boundary a {
  llm b "B" {
    owner: "Ana"
  }
}
x -> y { sends: [z] }
boundary c // why
{}
boundary d
// where
{
  llm e /* what */ {}
}
boundary f /* one */ /* two */ {}
boundary g
/* over
   lines */ {
  llm h
}
threat t {
  lowered_by: { auth: 2 }
}
