// silent: flow-flood
//   The page pushes times to the signs at the stops and takes no calls from outside: there is nothing to
//   flood.

model "Bus times" { owner: "City buses", catalog: 2026.1 }
documents times "Times" { class: public, availability: high }
external visitor "Sign at the stop"
boundary depot "Depot" {
  trust: internal
  web_app page "Bus times"
  database plan "Timetable" { stores: [times] }
}
page -> visitor { sends: [times], controls: [tls] }
page -> plan { returns: [times] }
