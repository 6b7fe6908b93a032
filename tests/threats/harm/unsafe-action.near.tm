// silent: unsafe-action
//   The same word goes to a person at a screen, who starts the arm by hand: the machine does not move by itself.

model "Packing robot" { owner: "Warehouse", catalog: 2026.1, eu_ai_act: high }

readings picture "Picture of the belt" { integrity: high }
decisions free "Way is free" { from: [picture], integrity: high, availability: high }

physical_environment belt "Belt and people at it"

boundary cell "Robot cell" {
  trust: internal
  iot_sensor camera "Camera"
  edge_device eye "Camera computer" { modality: image }
  staff operator "Operator"
  process arm "Robot control"
}

camera -> belt { returns: [picture] }
eye -> camera { returns: [picture] }
operator -> eye "looks" { returns: [free] }
operator -> arm "starts"
