// silent: log-sensitive
//   Only times and counts are traced, with no word of what was said and no name: there is nothing in them to
//   leak.

model "Counselling chat" { owner: "Counselling", catalog: 2026.1 }
prompts message "Message" { class: confidential, personal: true }
answers reply "Reply" { from: [message] }
logs trace "Times and counts"
end_user person "Person in need"
boundary service "Service" {
  trust: internal
  web_app chat "Chat" { controls: [auth, audit_log] }
  llm model "Own model" { proprietary: false }
  log_store traces "Trace store"
}
person -> chat { sends: [message], returns: [reply], controls: [tls] }
chat -> model { sends: [message], returns: [reply] }
chat -> traces { writes: [trace] }
