// silent: ml-infra-exposed
//   Guests see a page with the results; the tracker itself is called only from within the laboratory.

model "Experiments" { owner: "Research", catalog: 2026.1 }
logs runs "Runs and scores"
anonymous_user guest "Workshop guest"
boundary lab "Laboratory" {
  trust: internal
  training trainer "Training"
  experiment_tracker tracker "Tracker"
  web_app board "Page of results"
}
trainer -> tracker { sends: [runs] }
board -> tracker { returns: [runs] }
guest -> board { returns: [runs], controls: [tls] }
