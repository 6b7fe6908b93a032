// fires: labeler-overexposure@worker->tool
// draws: owasp-llm-2025:LLM02, owasp-llm-2026:LLM02, owasp-dsgai-2026:DSGAI19, exchange:devdataleak, saif:riskExcessiveDataHandling, linddun:DD, linddun:I
//   Workers of another company draw boxes around spills on pictures from a robot in people's homes. The pictures
//   show all of the bathroom; one of them is photographed from the screen and passed on.

model "Robot labels" { owner: "Robot vision", catalog: 2026.1 }

readings pictures "Pictures from homes" { class: confidential, personal: true }
labels boxes "Boxes"

boundary agency "Labelling company" {
  trust: partner
  annotator worker "Annotator"
}

boundary maker "Robot maker" {
  trust: internal
  labeling tool "Labelling tool"
  dataset_store archive "Pictures" { stores: [pictures] }
}

tool -> archive { returns: [pictures], writes: [boxes] }
worker -> tool "labels" { sends: [boxes], returns: [pictures], controls: [tls, auth] }
