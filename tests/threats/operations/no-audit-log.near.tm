// silent: no-audit-log
//   Behind the page is a list that somebody wrote: the same question has the same answer, and the list can be
//   looked at.

model "City assistant" { owner: "City hall", catalog: 2026.1 }
prompts question "Question" { personal: true }
documents reply "Reply" { from: [question] }
end_user resident "Resident"
boundary hall "City hall" {
  trust: internal
  web_app page "Assistant page"
  database model "List of deadlines"
}
resident -> page { sends: [question], returns: [reply], controls: [tls] }
page -> model { sends: [question], returns: [reply] }
