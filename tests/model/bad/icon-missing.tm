// A file that is not there.
model "Icons" { owner: "Smith", catalog: 2026.1 }
process front { icon: "icons/none.svg" }
process back
front -> back
