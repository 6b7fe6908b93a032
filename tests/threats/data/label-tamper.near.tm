// silent: label-tamper
//   Workers only remark on blurred pictures. What is sound and what is damaged comes from
//   returned parts, which nobody labels.

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

worker -> tool { sends: [remarks], returns: [pictures], controls: [tls, auth] }
intake -> reports { returns: [verdicts] }
intake -> labels { writes: [verdicts] }
tool -> labels { writes: [remarks] }
trainer -> labels { returns: [verdicts] }
trainer -> registry { writes: [inspector] }
