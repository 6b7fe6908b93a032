boundary   a   "A"   {
    trust:internal
    gateway   waf   Gateway of all {
         controls:[auth,   tls]
      }
    llm   b   "B"
    owner  =   "Ana"
    llm   c   "C"
}
