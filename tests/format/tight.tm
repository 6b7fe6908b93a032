kind k:llm"K"{about:"x"}
a->b"l"{sends:[x,y],returns: [z]}
question"Q"as q{about:[a]}
mitigate x on a->b{with:[c]}
mitigate y on*
thing z{a:-1,b: x:y,c: [x:"y"],d: 2027-06-30,e: a->b,f: """x"""}
