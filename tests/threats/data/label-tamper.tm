// fires: label-tamper@worker->tool
// draws: atlas:AML.T0020, owasp-ml-2023:ML02, owasp-dsgai-2026:DSGAI04, nist-ai-100-2:NISTAML.013, exchange:datapoison, saif:riskDataPoisoning
//   A worker who is paid by the piece, or by somebody else, calls damaged parts sound. The
//   label store keeps it as the truth and the next inspection model lets such parts pass.

model "Part inspection" { owner: "Quality ML", catalog: 2026.1 }

readings pictures "Pictures of parts"
labels verdicts "Sound or damaged"
logs remarks "Remarks on pictures"
weights inspector "Inspector weights"

boundary bureau "Labeling bureau" {
  trust: partner
  annotator worker "Worker"
}

boundary lab "Training platform" {
  trust: internal
  labeling tool "Labeling tool"
  data_source reports "Returned parts" { stores: [verdicts] }
  data_ingestion intake "Intake"
  label_store labels "Label store" { stores: [verdicts] }
  training trainer "Training job"
  model_registry registry "Model registry" { stores: [inspector] }
}

worker -> tool { sends: [verdicts, remarks], returns: [pictures], controls: [tls, auth] }
intake -> reports { returns: [verdicts] }
intake -> labels { writes: [verdicts] }
tool -> labels { writes: [verdicts] }
trainer -> labels { returns: [verdicts] }
trainer -> registry { writes: [inspector] }
