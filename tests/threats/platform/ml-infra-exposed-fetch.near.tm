// silent: ml-infra-exposed
//   The machines fetch packages from outside, by calls of their own. Nobody outside reaches a port of theirs, and people
//   start jobs through the scheduler.

model "Training machines" { owner: "Research IT", catalog: 2026.1 }

packages wheels "Packages"
tool_calls order "Job"

package_registry index "Public package index"

boundary lab "Training platform" {
  trust: internal
  data_scientist scientist "Data scientist"
  gateway scheduler "Scheduler"
  compute machines "Machines"
}

scientist -> scheduler "starts" { sends: [order] }
scheduler -> machines { sends: [order] }
machines -> index "installs" { returns: [wheels], controls: [tls] }
