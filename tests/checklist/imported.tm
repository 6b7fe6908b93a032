// What an organization expects comes with its file.
import "organization/house.tm"

model "Of a house" { owner: "Ana" }

boundary inner "Inside" {
  trust: internal
  vault deep "Deep vault" { controls: [seal] }
  service desk "Desk"
}
