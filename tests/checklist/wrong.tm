// What can't be meant is said where it stands, once.
model "Wrong" { owner: "Ana" }

kind kiosk "Kiosk": answering { expects: [wach, "tls", auth] }
kind letter "Letter": note { expects: [watch] }
control lock "Lock" { about: "It locks.", default_for: [note, answring, service] }
control door "Door": auth { on: [hall], default_for: [service] }

kiosk hall "Hall"
