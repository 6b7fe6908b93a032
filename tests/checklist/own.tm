// Own kinds and own controls extend the playbook, each from its side; kinds below inherit it.
model "Own words" { owner: "Ana" }

kind kiosk: answering "Kiosk" { expects: [watch, screen_lock] }
kind booth: kiosk "Booth"
control screen_lock "Screen lock" { group: places, about: "It locks.", default_for: [shelf] }

boundary inner "Inside" {
  trust: internal
  kiosk hall "Hall" { controls: [screen_lock] }
  booth corner "Corner"
  shelf kept "Shelf"
}
