thing   a   {
   controls: [auth,   tls
   owner:"Ana"
}
thing   b   {
   controls: auth,   tls
   owner:"Ana"
   until:   30.06.2027
   link:   https://example.org/a//b   // the rest
   next:
     "text"
   x:1
}
