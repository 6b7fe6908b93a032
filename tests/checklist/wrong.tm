// What can't be meant is said where it stands, once.
model "Wrong" { owner: "Ana" }

kind kiosk: answering "Kiosk" { expects: [wach, "tls", auth] }
kind letter: note "Letter" { expects: [watch] }
control lock "Lock" { about: "It locks.", default_for: [note, answring, service] }
control door: auth "Door" { on: [hall], default_for: [service] }

kiosk hall "Hall"
