model "Texts" {
 about: """
       Some text,
         deeper,

       and back.


       """
  one: """On one line."""
  empty: """"""
  blank: """   """
  lines: """
  """
  first: """   On the first line,
      and more.
    """
  closed: """
    The closer is behind the text."""
  same: """
  The text is as deep as its statement.
  """
  left: """
Not indented.
  Deeper.
"""
  tabs: """
		Tabs
			and more.
	"""
  quotes: """
    "Quoted"
    """
  blanks_at_ends: """
    a   
    b	
    """
  comment: """
    // no comment
    { } [ ] , ;
    key: value
    """
}
boundary a { boundary b {
llm c """
  A label
   over lines.
""" { owner: "Ana", about: """
text""" }
} }
