threat t {
  when: a // one
      // two
      and b /* three */ or c /* four
         lines */ and d
    /* five */ or e
      and ( // six
        f
        // seven
        or g /* eight */) // nine
    or h // ten
  // eleven
}
