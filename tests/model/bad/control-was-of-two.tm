control one "One" { about: "x", was: old }
control two "Two" { about: "x", was: [old] }
