// A file that lies outside of the folder.
model "Icons" { owner: "Smith", catalog: 2026.1 }
process front { icon: "../good/icons/icons/anvil.svg" }
process back
front -> back
