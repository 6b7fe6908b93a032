// ask: actions
model "Lab" {
  catalog: 2026.1
}

weights base "Base models" { class: public }
model_hub hub "Public model hub"
boundary lab "Lab" {
  trust: internal
  notebook labB "Notebook"
}

control scan: artifact_scanning "Scans of what comes in" { on: [hub] }
labB -> hub "downloads" { returns: [base], controls: [tls] }
mitigate malicious-▮model-file on labB -> hub { with: [safe_format, scan], owner: "Ana" }
