

// One.


  /* Two. */ // Three.
