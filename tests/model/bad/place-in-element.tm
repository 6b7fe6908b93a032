anonymous_user visitor
gateway cloud {
  owner: "Ana"
  llm bot
  database log
  bot -> log
}
visitor -> bot
