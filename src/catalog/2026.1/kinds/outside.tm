// Other organizations, public sources, and things in the physical world.
// An external outside every boundary is untrusted, unless its kind brings the trust of a partner:
// somebody known, under contract, but not under one's own control.

kind third_party: external "Third party" {
  icon: building
  layer: ecosystem
  about: "An organization or service that somebody else runs."
  property has_side_effects {
    type: bool
    default: false
    about: "A call changes something in the world, and is not only a question."
  }
  property can_delete {
    type: bool
    default: false
    about: "A call can delete or overwrite what cannot be brought back."
  }
}

kind partner: third_party "Partner" {
  trust: partner
  about: "Another organization that calls the system or feeds it, under an agreement."
}

kind data_provider: third_party "Data provider" {
  icon: database
  layer: data_operations
  ai: data_set
  trust: partner
  about: "A supplier of data under contract."
  property by_reference {
    type: bool
    default: false
    about: "It hands out addresses whose content is fetched later and may have changed by then."
  }
}

kind model_provider: third_party, llm "Model provider" {
  icon: cloud
  layer: foundation_models
  trust: partner
  pay_per_use: true
  about: "A generative model that somebody else hosts and offers behind an API."
}

kind third_party_api: third_party "Third-party API" {
  icon: api
  trust: partner
  about: "An API of another organization that is called for data or to get something done."
}

kind external_service: third_party "External service" {
  icon: cloud
  trust: partner
  about: "A service or application that another organization runs, such as SaaS."
}

kind payment_service: third_party "Payment service" {
  icon: card
  trust: partner
  has_side_effects: true
  about: "A service that moves money when it is told to."
}

kind partner_agent: third_party "Partner agent" {
  icon: robot
  ai: agent
  trust: partner
  has_side_effects: true
  about: "An AI agent that a known partner runs."
}

kind external_agent: third_party "External agent" {
  icon: robot
  ai: agent
  about: "An AI agent that somebody unknown runs."
}

kind third_party_model: third_party "Third-party model" {
  icon: package
  layer: foundation_models
  ai: model
  trust: partner
  about: "Weights that are bought or licensed from another organization and run here."
}

kind model_hub: third_party "Model hub" {
  icon: package
  layer: foundation_models
  ai: making
  about: "A public place where anybody can publish models and datasets."
  property by_reference {
    type: bool
    default: false
    about: "It hands out addresses whose content is fetched later and may have changed by then."
  }
}

kind package_registry: third_party "Package registry" {
  icon: package
  layer: deployment
  about: "A public source of libraries and plugins."
}

kind public_web: external "Public web" {
  icon: globe
  layer: data_operations
  about: "Content on the open internet, which anybody can write."
  property by_reference {
    type: bool
    default: false
    about: "It hands out addresses whose content is fetched later and may have changed by then."
  }
}

kind email: external "Email" {
  icon: mail
  layer: ecosystem
  about: "Mail from outside, which anybody can send."
}

kind physical_environment: external "Physical environment" {
  icon: eye
  layer: ecosystem
  about: "The scene in front of a sensor, where anybody may place objects, signs or sounds."
}

kind iot_sensor: external, process "Sensor" {
  icon: camera
  layer: ecosystem
  about: "A camera, meter or other device whose readings are input to the system."
}

kind browser: external "Browser" {
  icon: window
  layer: ecosystem
  about: "A client on somebody's own device that shows what the system answers."
  property renders_markup {
    type: bool
    default: true
    about: "What arrives is shown as HTML or Markdown, so links and images in it come alive."
  }
}
