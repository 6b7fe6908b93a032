// What everything runs on, how it gets there, and how it is watched.

kind compute: process "Compute" {
  icon: server
  layer: deployment
  about: "Machines that other parts run on."
  property multi_tenant {
    type: bool
    default: false
    about: "Customers, teams or users who must not see each other's data share this instance."
  }
  property deployed {
    type: [cloud, premises, edge, device]
    default: cloud
    about: "Where it runs; on the edge or on a device, others can lay hands on it."
  }
}

kind server: compute "Server" {
  about: "One machine, real or virtual, that programs run on."
}

kind gpu_cluster: compute "GPU cluster" {
  icon: cpu
  about: "Shared accelerators for training or serving."
}

kind control_plane: compute "Control plane" {
  icon: gear
  about: "Starts, places and configures workloads, as the API of a cluster or a cloud account does."
}

kind build: process "Build" {
  icon: gear
  layer: deployment
  about: "Turns sources and models into what runs, with rights to change it."
}

kind ci_cd: build "CI/CD" {
  icon: branch
  about: "Builds, tests and ships on every change."
}

kind deployment: build "Deployment" {
  icon: container
  about: "Brings a release or a model into production."
}

kind monitoring: process "Monitoring" {
  icon: eye
  layer: observability
  about: "Watches the system and raises alarms."
}

kind identity_provider: process "Identity provider" {
  icon: badge
  layer: security
  about: "Signs people and programs in, and vouches for who they are."
}

kind log_store: store "Log store" {
  icon: scroll
  layer: observability
  about: "Keeps logs and traces of what happened."
}

kind secrets_store: store "Secrets store" {
  icon: lock
  layer: security
  about: "Keeps keys, tokens and passwords."
}

kind config_store: store "Configuration store" {
  icon: gear
  layer: deployment
  about: "Keeps settings, policies and rules that the system obeys."
}

kind code_repo: store "Code repository" {
  icon: code
  layer: deployment
  about: "Keeps source code and its history."
}

kind container_registry: store "Container registry" {
  icon: container
  layer: deployment
  about: "Keeps the images that are started in production."
}
