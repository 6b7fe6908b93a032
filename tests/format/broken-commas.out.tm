a   ->   b,   c   ->   d
llm   e,
llm   f
thing x { , a:1 }
thing y { a:1,,b:2 }
thing z { , }
thing w { l:[a   b], m:[,a] }
