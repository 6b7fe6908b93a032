// ask: action Add control `safe_format` to labB -> hub
model "Lab" {
  catalog: 2026.1
}

weights base "Base models" { class: public }
model_hub hub "Public model hub"
boundary lab "Lab" {
  trust: internal
  notebook labB "Notebook"
}

labB -> hub "downloads" { returns: [base], controls: [tls] }
mitigate malicious-▮model-file on labB -> hub { with: [safe_format, artifact_scanning], owner: "Ana" }
