vector_store index
boundary hall { database deep }
