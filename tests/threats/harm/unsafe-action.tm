// fires: unsafe-action@eye->arm
// draws: plot4ai:P4AI-5.07, plot4ai:P4AI-7.05
//   The camera computer takes a reaching arm for a box and tells the robot that the way is free. The robot moves before
//   anybody can reach the button.

model "Packing robot" { owner: "Warehouse", catalog: 2026.1, eu_ai_act: high }

readings picture "Picture of the belt" { integrity: high }
decisions free "Way is free" { from: [picture], integrity: high, availability: high }

physical_environment belt "Belt and people at it"

boundary cell "Robot cell" {
  trust: internal
  iot_sensor camera "Camera"
  edge_device eye "Camera computer" { modality: image }
  process arm "Robot control"
}

camera -> belt { returns: [picture] }
eye -> camera { returns: [picture] }
eye -> arm { sends: [free] }
