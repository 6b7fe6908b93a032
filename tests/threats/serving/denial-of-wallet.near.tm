// silent: denial-of-wallet
//   The model runs on a machine that is paid for anyhow: more calls make it slow, but cost no more.

model "Shop assistant" { owner: "Online shop", catalog: 2026.1 }
prompts question "Question" { class: public }
answers reply "Reply" { class: public, from: [question] }
anonymous_user visitor "Visitor"
boundary shop "Shop" {
  trust: internal
  web_app bot "Assistant"
  llm llm "Own small model"
}
visitor -> bot { sends: [question], returns: [reply], controls: [tls] }
bot -> llm { sends: [question], returns: [reply], controls: [tls] }
