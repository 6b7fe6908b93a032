documents word
vector_store index { stores: [word] }
