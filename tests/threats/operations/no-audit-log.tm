// fires: no-audit-log@page
// draws: exchange:genericsecthreats
//   A resident says that the city's assistant told them a wrong deadline. Nobody can show what was asked,
//   what the model answered, or which version and which text it had; the city can neither prove nor correct
//   anything.

model "City assistant" { owner: "City hall", catalog: 2026.1 }
prompts question "Question" { personal: true }
answers reply "Reply" { from: [question] }
end_user resident "Resident"
boundary hall "City hall" {
  trust: internal
  web_app page "Assistant page"
  llm model "Own model" { proprietary: false }
}
resident -> page { sends: [question], returns: [reply], controls: [tls] }
page -> model { sends: [question], returns: [reply] }
