// Making a model: training, testing, converting, and keeping what comes out.

kind training: process "Training" {
  icon: flask
  layer: foundation_models
  ai: making
  about: "Fits a model to data."
  property generative {
    type: bool
    default: false
    about: "The model writes text, code or media, and does not only classify or score."
  }
}

kind fine_tuning: training "Fine-tuning" {
  about: "Adapts a base model with further data."
  property uses_adapter {
    type: bool
    default: false
    about: "Separately loaded adapters, such as LoRA, change how the base model behaves."
  }
}

kind federated_aggregator: training "Federated aggregator" {
  icon: shuffle
  about: "Combines the updates of many participants into one model."
}

kind federated_client: process "Federated client" {
  icon: phone
  layer: foundation_models
  ai: making
  about: "A participant that trains on its own data and sends its update."
}

kind evaluation: process "Evaluation" {
  icon: chart
  layer: observability
  ai: making
  about: "Tests a model before or after its release."
}

kind model_conversion: process "Model conversion" {
  icon: shuffle
  layer: foundation_models
  ai: making
  about: "Quantises, merges, distils or exports a model, which makes new weights of old ones."
  property uses_adapter {
    type: bool
    default: false
    about: "Separately loaded adapters, such as LoRA, change how the base model behaves."
  }
}

kind notebook: process "Notebook" {
  icon: notebook
  layer: deployment
  about: "An interactive workspace where people run code on data and models."
  property executes_code {
    type: bool
    default: true
    about: "It runs code that was written or changed while the system runs."
  }
  property multi_tenant {
    type: bool
    default: false
    about: "Customers, teams or users who must not see each other's data share this instance."
  }
}

kind experiment_tracker: process "Experiment tracker" {
  icon: chart
  layer: observability
  about: "Records the runs, parameters and results of experiments."
}

kind model_store: store "Model store" {
  icon: container
  layer: foundation_models
  ai: making
  about: "Keeps trained models."
  property proprietary {
    type: bool
    default: true
    about: "The model is worth stealing: its weights are not public."
  }
}

kind model_registry: model_store "Model registry" {
  icon: container
  about: "Keeps versions of models, and which of them is approved for use."
}

kind model_artifact: model_store "Model artifact" {
  icon: package
  about: "A file with the weights of one model."
}

kind model_storage: model_store "Model storage" {
  icon: folder
  about: "A bucket or volume that the weights lie in."
}
