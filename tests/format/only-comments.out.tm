// One.

/* Two. */ // Three.
