//~ syntax; 4 elements, 3 flows, 2 data
model "Meeting notes" { owner: "IT", catalog: 2026.1 }

readings audio "Recordings" { class: confidential, personal: true }
documents notes "Notes" { from: [audio] }

end_user speaker "Speaker"

boundary tenant “Our tenant” {
  trust: internal
  web_app recorder "Recorder"
  inference_api scribe "Transcription"
  database archive "Archive" { stores: [notes] }
}

speaker -> recorder "speaks" { sends: [audio], controls: [tls] }
recorder -> scribe { sends: [audio], returns: [notes] }
recorder -> archive { writes: [notes] }
