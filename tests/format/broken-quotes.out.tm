llm   a   "A
llm   b   'B'   {   owner:“Ana”   }
llm c "C"
thing d {
  x:"C:\temp"
  y: 1
}
