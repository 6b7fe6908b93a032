boundary a "A"
{
  llm b "B"; llm c "C"; x: y, z: w,
  llm d "D" /* in
    between */ { class: public }
}
;;
llm e "E" // at the end
// before the brace
{
  owner: "Ana"   ;

}
x: { a: 1 }
/* a comment */ llm /* here */ f /* and here */ "F" /* and at the end */
last "without a line end"