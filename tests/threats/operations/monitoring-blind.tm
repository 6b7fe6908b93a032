// fires: monitoring-blind@watch
// draws: exchange:genericsecthreats, atlas:AML.T0015
//   A ring of card thieves keeps each payment just under what raises the alarm and spreads them over a
//   thousand cards. The monitor compares daily means, which hardly move, and stays green for a quarter of a
//   year.

model "Payment watch" { owner: "Payments risk", catalog: 2026.1 }
orders payment "Payment"
decisions score "Score" { from: [payment] }
logs metrics "Score statistics" { from: [payment] }
end_user holder "Card holder"
boundary bank "Bank" {
  trust: internal
  web_app desk "Payment page" { controls: [auth] }
  inference_service scorer "Fraud model" { use: detection }
  monitoring watch "Score monitor"
}
holder -> desk { sends: [payment], controls: [tls, mfa] }
desk -> scorer { sends: [payment], returns: [score] }
scorer -> watch { sends: [metrics] }
