// fires: boundary-elevation@carrier->tracking
// draws: owasp-api-2023:API1, owasp-api-2023:API5, exchange:genericsecthreats
//   A carrier reports where its own parcel is. It changes the number in the call and reports parcels of
//   another carrier as lost, then finds that the route by which dispatchers close claims answers too; the
//   service takes whoever comes over the carriers' line, and does not ask what each may do.

model "Parcel tracking" { owner: "Logistics", catalog: 2026.1 }
documents position "Parcel position"
partner carrier "Carrier"
boundary depot "Depot" {
  trust: internal
  process tracking "Tracking service" { controls: [rate_limit] }
  database parcels "Parcels" { stores: [position] }
}
carrier -> tracking { sends: [position], controls: [tls] }
tracking -> parcels { writes: [position] }
