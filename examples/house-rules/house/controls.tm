// Words for controls that the catalog does not have. `control NAME: KIND` in a model says that one
// of them stands somewhere; `controls: [NAME]` on an element, flow or boundary says the same.

control scrubber "Scrubber" {
  about: "Names, addresses and policy numbers are replaced before a prompt leaves, and put back in the answer."
  group: privacy
  reach: path // it counts for all that lies behind it, if every way passes it
  lowers: { input-leak-provider: 2 } // threats of the catalog that it lowers, with the steps
  tags: [platform]
}

control four_eyes "Four eyes" {
  about: "A second person looks before something cannot be taken back."
  group: process
  softens: { excessive-agency: 1 } // takes steps off the impact
}
