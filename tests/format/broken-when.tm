threat   a   {
   when:  a   has   tls
     and   b
   impact:3
   when:  a   and
     b
   likelihood:2
}
