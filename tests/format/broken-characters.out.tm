llm a
llm   b
​llm   c
llm   d  

llm   grüße   {
     x:  1
}
llm   ellm   f
