// fires: flow-tamper@router->maps
// draws: atlas:AML.T0043
//   The map of the supplier is public, and fetched without TLS. Somebody on the line of the depot raises the
//   height of a bridge in it; the route model, which has learned to trust that column, sends the lorry under
//   it.

model "Lorry routes" { owner: "Logistics", catalog: 2026.1 }
documents heights "Bridges and heights" { class: public, integrity: high }
decisions route "Route" { from: [heights] }
data_provider maps "Map supplier"
boundary depot "Depot" {
  trust: internal
  inference_service router "Route model"
  business_app dispatch "Dispatch"
}
router -> maps { returns: [heights] }
dispatch -> router { returns: [route] }
