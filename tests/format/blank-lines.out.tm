// A file that begins with blank lines.

llm a

// Before b.
llm b
llm c {
  about: "Blank lines at both ends."

  owner: "Ana"
}

llm d
