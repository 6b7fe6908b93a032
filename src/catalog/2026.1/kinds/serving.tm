// Running a model, and the programs between it and its users.

kind model_server: process "Model server" {
  icon: sparkles
  layer: foundation_models
  ai: model
  about: "Runs a model and answers with what it computes."
  property generative {
    type: bool
    default: false
    about: "The model writes text, code or media, and does not only classify or score."
  }
  property modality {
    type: [text, image, audio, video, tabular]
    many: true
    default: [tabular]
    about: "What the model takes as input."
  }
  property use {
    type: [detection, biometric, decision_support]
    many: true
    default: []
    about: "What the output is used for, where that matters: to catch abuse, to recognize persons, to decide about people."
  }
  property deployed {
    type: [cloud, premises, edge, device]
    default: cloud
    about: "Where it runs; on the edge or on a device, others can lay hands on it."
  }
  property pay_per_use {
    type: bool
    default: false
    about: "Every call costs money, so whoever can call it can spend it."
  }
  property multi_tenant {
    type: bool
    default: false
    about: "Customers, teams or users who must not see each other's data share this instance."
  }
  property proprietary {
    type: bool
    default: true
    about: "The model is worth stealing: its weights are not public."
  }
  property accepts_files {
    type: bool
    default: false
    about: "Users can upload files, whose content reaches a model."
  }
  property uses_adapter {
    type: bool
    default: false
    about: "Separately loaded adapters, such as LoRA, change how the base model behaves."
  }
  property open_parameters {
    type: bool
    default: false
    about: "Callers choose sampling and inference settings, and these are not bounded."
  }
  property superseded {
    type: bool
    default: false
    about: "A newer one has taken its place, or it is only for tests, and it can still be reached."
  }
}

kind inference_service: model_server "Inference service" {
  about: "Loads a model and runs it for the programs around it."
}

kind inference_api: model_server "Inference API" {
  icon: api
  about: "The endpoint that callers reach a model by."
}

kind llm: model_server "Language model" {
  icon: chat
  generative: true
  only_if: generative
  modality: [text]
  about: "A generative model that turns a prompt into an answer."
}

kind code_generator: llm "Code generator" {
  icon: code
  about: "A generative model whose answers are code."
}

kind edge_device: model_server "Edge device" {
  icon: cpu
  layer: deployment
  deployed: device
  about: "A device away from the data center with a model on it."
}

kind gateway: process "Gateway" {
  icon: shield
  layer: deployment
  about: "The entry in front of other services, where requests are checked and passed on."
  property multi_tenant {
    type: bool
    default: false
    about: "Customers, teams or users who must not see each other's data share this instance."
  }
  property accepts_files {
    type: bool
    default: false
    about: "Users can upload files, whose content reaches a model."
  }
  property superseded {
    type: bool
    default: false
    about: "A newer one has taken its place, or it is only for tests, and it can still be reached."
  }
}

kind llm_router: process "Model router" {
  icon: branch
  layer: agent_frameworks
  ai: tool
  about: "Chooses the model or agent that a request goes to."
}

kind guardrail: process "Guardrail" {
  icon: shield
  layer: security
  ai: tool
  about: "Checks what goes into a model or comes out of it, and stops what is not allowed."
}

kind web_app: process "Web application" {
  icon: window
  layer: ecosystem
  about: "The application around a model that its users see."
  property renders_markup {
    type: bool
    default: true
    about: "What arrives is shown as HTML or Markdown, so links and images in it come alive."
  }
  property accepts_files {
    type: bool
    default: false
    about: "Users can upload files, whose content reaches a model."
  }
  property use {
    type: [detection, biometric, decision_support]
    many: true
    default: []
    about: "What the output is used for, where that matters: to catch abuse, to recognize persons, to decide about people."
  }
}

kind dashboard: web_app "Dashboard" {
  icon: chart
  layer: observability
  about: "Pages that show people how the system or its models are doing."
}

kind mobile_app: process "Mobile app" {
  icon: phone
  layer: ecosystem
  about: "An application on somebody's phone, sometimes with a model inside."
  property renders_markup {
    type: bool
    default: false
    about: "What arrives is shown as HTML or Markdown, so links and images in it come alive."
  }
  property deployed {
    type: [cloud, premises, edge, device]
    default: device
    about: "Where it runs; on the edge or on a device, others can lay hands on it."
  }
}
