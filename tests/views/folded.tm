// More than a page: an overview with folded boundaries, a diagram for each, and names that clash.
model "Folded" { catalog: 2026.1, version: "1" }
prompts ask
answers reply { from: [ask] }
end_user visitor "Visitor"
model_provider llm "Hosted LLM"
boundary company "Company" {
  trust: internal
  about: "All that is ours."
  gateway entry "Entry"
  boundary front "Front" {
    about: "Where **calls** come in."
    web_app f0 "Front 0"
    web_app f1 "Front 1"
    web_app f2 "Front 2"
    web_app f3 "Front 3"
    web_app f4 "Front 4"
    web_app f5 "Front 5"
    web_app f6 "Front 6"
    web_app f7 "Front 7"
  }
  boundary back "Back" {
    trust: restricted
    boundary upper "Upper" {
      inference_api u0 "Upper 0"
      inference_api u1 "Upper 1"
      inference_api u2 "Upper 2"
      inference_api u3 "Upper 3"
      inference_api u4 "Upper 4"
      inference_api u5 "Upper 5"
    }
    boundary lower "Lower" {
      database l0 "Lower 0"
      database l1 "Lower 1"
      database l2 "Lower 2"
      database l3 "Lower 3"
      database l4 "Lower 4"
      database l5 "Lower 5"
      database l6 "Lower 6"
    }
  }
  boundary alone "Alone" { log_store journal "Journal" }
  boundary empty "To come" {}
}
boundary outside "Partner" {
  trust: partner
  apart: true
  business_app shop "Shop"
  business_app till "Till"
}
visitor -> entry "asks" { sends: [ask], returns: [reply] }
entry -> f0 { sends: [ask] }
entry -> f1 { sends: [ask] }
f0 -> f1 "inside" { sends: [ask] }
f0 -> u0 "up" { sends: [ask] }
f1 -> u0 "up" { sends: [ask] }
u1 -> f2 "back" { sends: [reply] }
u2 -> u3 { sends: [ask] }
u2 -> l0 "keeps" { writes: [ask] }
u3 -> l0 { writes: [ask] }
u4 -> llm "prompt" { sends: [ask], returns: [reply], via: [u5] }
f7 -> llm "prompt" { sends: [ask], returns: [reply], via: [u5] }
shop -> f3 { sends: [ask] }
shop -> till "inside" { sends: [ask] }
till -> f4 { sends: [ask] }
f5 -> journal { writes: [ask] }
f6 -> journal { writes: [ask] }

view front "Of the same name as a boundary" { focus: [f0] }
view Back "Differs in case alone" { focus: [u0] }
