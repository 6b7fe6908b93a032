// A house policy: its rules count where it is imported.
require auth on any gateway { because: "Policy 7." }
off confabulation { because: "x" }
