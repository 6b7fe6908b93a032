// fires: multimodal-capture@camera->counter
// draws: owasp-llm-2025:LLM02, owasp-llm-2026:LLM02, owasp-dsgai-2026:DSGAI09, exchange:inputdataleak, saif:riskExcessiveDataHandlingDuringInference, linddun:DD, linddun:U
//   The camera is there to count people in the queue. It takes in faces, a child and a bank card on the counter, and
//   all of it goes to the model and its logs.

model "Queue counter" { owner: "Branch network", catalog: 2026.1 }

readings frames "Pictures of the hall" { class: confidential, personal: true }
decisions count "People in the queue" { from: [frames] }

physical_environment hall "Hall"
readings scene "Hall" { class: public }

boundary branch "Branch" {
  trust: internal
  iot_sensor camera "Camera"
  inference_service counter "Counting model" { modality: image }
  staff lead "Branch lead"
}

camera -> hall "looks at" { returns: [scene] }
camera -> counter { sends: [frames], returns: [count] }
lead -> counter "reads" { returns: [count] }
