llm a "‮🙂 ä"{about:"<script>alert(1)</script>", x: "\"\\\n", y: "//", z: "/* { [ "}
// ‮ turned around
/* [31m */ llm b """ "" \ \n """
