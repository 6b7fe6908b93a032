// silent: monitoring-blind
//   The monitor watches power and temperature in the machine room: no customer can move what it sees.

model "Payment watch" { owner: "Payments risk", catalog: 2026.1 }
orders payment "Payment"
decisions score "Score" { from: [payment] }
logs metrics "Power and temperature"
end_user holder "Card holder"
boundary bank "Bank" {
  trust: internal
  web_app desk "Payment page" { controls: [auth] }
  inference_service scorer "Fraud model" { use: detection }
  iot_sensor power "Power meter"
  monitoring watch "Machine room monitor"
}
holder -> desk { sends: [payment], controls: [tls, mfa] }
desk -> scorer { sends: [payment], returns: [score] }
watch -> power { returns: [metrics] }
