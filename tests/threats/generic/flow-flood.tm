// fires: flow-flood@visitor->page
// draws: owasp-api-2023:API4
//   Somebody rents a botnet for an hour and calls the page with the bus times from everywhere. Nobody at the
//   stop learns when the last bus goes.

model "Bus times" { owner: "City buses", catalog: 2026.1 }
documents stop "Stop" { class: public }
documents times "Times" { class: public, availability: high }
anonymous_user visitor "Passenger"
boundary depot "Depot" {
  trust: internal
  web_app page "Bus times"
  database plan "Timetable" { stores: [times] }
}
visitor -> page { sends: [stop], returns: [times], controls: [tls] }
page -> plan { returns: [times] }
