// A kind names an icon that nobody has.
model "Icons" { owner: "Smith", catalog: 2026.1 }
kind forge: process { icon: shoping-cart }
forge front
process back
front -> back
