// silent: labeler-overexposure
//   The pictures were taken in the maker's test hall, with nobody and nothing private in them.

model "Robot labels" { owner: "Robot vision", catalog: 2026.1 }

readings pictures "Pictures from a test hall" { class: internal }
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
