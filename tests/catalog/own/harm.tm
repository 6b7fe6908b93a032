threat long-shift "Drivers are sent beyond what they can drive" {
  harm: safety
  on: flow
  when: moves decisions and receiver is staff
  likelihood: 3
  impact: 4
  lowered_by: { human_approval: 2 }
  scenario: "The plan is best for the parcels, and nobody asks the driver."
}
