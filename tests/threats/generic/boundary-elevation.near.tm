// silent: boundary-elevation
//   The depot fetches the positions from the carrier: the carrier has nothing here that it may call.

model "Parcel tracking" { owner: "Logistics", catalog: 2026.1 }
documents position "Parcel position"
partner carrier "Carrier"
boundary depot "Depot" {
  trust: internal
  process tracking "Tracking service" { controls: [rate_limit] }
  database parcels "Parcels" { stores: [position] }
}
tracking -> carrier { returns: [position], controls: [tls] }
tracking -> parcels { writes: [position] }
