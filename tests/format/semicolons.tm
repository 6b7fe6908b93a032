llm a; llm b;
;
llm c ; // behind c
/* before d */ llm d; /* before e */ llm e;
thing x { a: 1; b: 2; }
