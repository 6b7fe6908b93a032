// Order does not matter: what is used stands before what is declared.
fraud_api scoring "Scoring"
kind fraud_api: risk_api "Fraud API" { generative: false, on_call: true, zone: red }
kind risk_api: inference_api { icon: shield, modality: [tabular, text], multi_tenant: true }
kind client_files: documents, training_set "Client files" { class: secret, personal: true, retention: 30 }
kind till: iot_sensor "Till" {
  trust: partner
  property firmware { type: text, default: "stock", about: "What runs on it." }
  property sealed { type: bool, default: true }
}
kind old_till: till { sealed: false }
property on_call { type: bool, on: [inference_api, gateway], about: "Somebody is paid to wake up." }
property zone { type: [green, amber, red], default: amber, on: inference_api }
property retention { type: number, on: client_files, default: 90 }
kind awake_api: inference_api "Awake API" { only_if: on_call }
