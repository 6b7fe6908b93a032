//No blank behind the slashes stays.
// Indented at the top.
/// Three.
llm a // behind a
// below a, deeper
llm b /* behind b */
/* before c */ llm c
/* before d, */ /* twice */ llm d

boundary e { // behind the brace
  // first in e

  llm f

  // last in e
} // behind the end of e
boundary g { /* alone */ }
boundary h {
  // alone
}
boundary i { // behind
}
//
