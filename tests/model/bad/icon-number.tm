// A number is neither.
model "Icons" { owner: "Smith", catalog: 2026.1 }
process front { icon: 3 }
process back
front -> back
