// silent: multimodal-capture
//   A light barrier counts who goes by; no picture is taken.

model "Queue counter" { owner: "Branch network", catalog: 2026.1 }

readings frames "Light barrier" { class: internal }
decisions count "People in the queue" { from: [frames] }

physical_environment hall "Door"
readings scene "Hall" { class: public }

boundary branch "Branch" {
  trust: internal
  iot_sensor camera "Light barrier at the door"
  inference_service counter "Counting model" { modality: tabular }
  staff lead "Branch lead"
}

camera -> hall "looks at" { returns: [scene] }
camera -> counter { sends: [frames], returns: [count] }
lead -> counter "reads" { returns: [count] }
