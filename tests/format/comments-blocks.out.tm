/*
 * A block
 *   of lines.
 */
llm a
boundary b {
  /* Deep,
       and deeper,
     and back. */
  llm c

  /* Not as deep
   as its first line. */
  llm d

  /* with
	a tab */
  llm e /* behind e,
    over lines */
}
/**/
/* blanks at ends
   of lines
*/
