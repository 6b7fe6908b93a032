boundary a { boundary b { llm   c   { owner:   Ana Bee } ; llm   d } }
boundary   e {
            llm   f {
                 about:   No quotes here
                 owner:"Ana"
              }
            gateway   g   No quotes {
                 about: """
                   Text.
                 """
              }
}
