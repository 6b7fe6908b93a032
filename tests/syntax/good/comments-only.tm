// one

/* two
   lines */
