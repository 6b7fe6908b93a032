// fires: ml-infra-exposed@tracker
// draws: owasp-api-2023:API8, exchange:genericsecthreats, saif:riskInsecureIntegratedComponent, atlas:AML.T0049
//   The tracker was started for a workshop and answers on the internet without a log-in, so that guests could
//   see their runs. A scanner finds it; through a known hole in its file handling somebody reads models and
//   keys from its disk.

model "Experiments" { owner: "Research", catalog: 2026.1 }
logs runs "Runs and scores"
anonymous_user guest "Workshop guest"
boundary lab "Laboratory" {
  trust: internal
  training trainer "Training"
  experiment_tracker tracker "Tracker"
}
trainer -> tracker { sends: [runs] }
guest -> tracker { returns: [runs], controls: [tls] }
