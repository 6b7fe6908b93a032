// A name in quotes is a file.
model "Icons" { owner: "Smith", catalog: 2026.1 }
process front { icon: "robot" }
process back
front -> back
