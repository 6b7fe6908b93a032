model "C:\temp" { a: "x\ty", b: "\q", c: "fine \" \\ \n" }
