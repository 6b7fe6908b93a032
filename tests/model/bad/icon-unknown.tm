// A name that nobody has.
model "Icons" { owner: "Smith", catalog: 2026.1 }
process front { icon: anvill }
process back
front -> back
