// Programs that plan and act, and what they act with.

kind orchestrator: process "Orchestrator" {
  icon: gear
  layer: agent_frameworks
  ai: agent
  about: "Chains prompts, tools and models, step by step."
  property autonomous {
    type: bool
    default: false
    about: "It decides by itself which step comes next, without a person or a fixed plan."
  }
}

kind agent: process "Agent" {
  icon: robot
  layer: agent_frameworks
  ai: agent
  about: "Plans with the help of a model and acts with tools."
  property autonomous {
    type: bool
    default: true
    about: "It decides by itself which step comes next, without a person or a fixed plan."
  }
  property executes_code {
    type: bool
    default: false
    about: "It runs code that was written or changed while the system runs."
  }
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
  property use {
    type: [detection, biometric, decision_support]
    many: true
    default: []
    about: "What the output is used for, where that matters: to catch abuse, to recognize persons, to decide about people."
  }
  property browses {
    type: bool
    default: false
    about: "It opens pages or messages and acts on them: follows links, fills in forms, downloads."
  }
  property superseded {
    type: bool
    default: false
    about: "A newer one has taken its place, or it is only for tests, and it can still be reached."
  }
}

kind coding_agent: agent "Coding agent" {
  icon: code
  executes_code: true
  about: "An agent that writes, changes and runs code."
}

kind code_runner: process "Code runner" {
  icon: terminal
  layer: agent_frameworks
  ai: tool
  about: "Runs code or commands that it is given."
  property executes_code {
    type: bool
    default: true
    about: "It runs code that was written or changed while the system runs."
  }
}

kind code_interpreter: code_runner "Code interpreter" {
  icon: code
  about: "Runs the code that a model has written."
}

kind shell: code_runner "Shell" {
  about: "Runs commands on a machine, with the rights of an account there."
}

kind tool: process "Tool" {
  icon: tool
  layer: agent_frameworks
  ai: tool
  about: "A function that an agent may call."
  property has_side_effects {
    type: bool
    default: true
    about: "A call changes something in the world, and is not only a question."
  }
  property can_delete {
    type: bool
    default: false
    about: "A call can delete or overwrite what cannot be brought back."
  }
  property executes_code {
    type: bool
    default: false
    about: "It runs code that was written or changed while the system runs."
  }
  property browses {
    type: bool
    default: false
    about: "It opens pages or messages and acts on them: follows links, fills in forms, downloads."
  }
  property third_party {
    type: bool
    default: false
    about: "Others have written it and can change it, wherever it runs."
  }
  property superseded {
    type: bool
    default: false
    about: "A newer one has taken its place, or it is only for tests, and it can still be reached."
  }
}

kind mcp_server: tool "MCP server" {
  icon: plug
  third_party: true
  about: "Offers tools, data and prompts to agents by the Model Context Protocol."
}

kind plugin: tool "Plugin" {
  icon: plug
  third_party: true
  about: "An extension, often written by others, that gives an assistant new abilities."
}

kind search_tool: tool "Search tool" {
  icon: search
  has_side_effects: false
  about: "Searches the web or a collection and hands back what it finds."
}

kind tool_registry: store "Tool registry" {
  icon: tool
  layer: ecosystem
  ai: tool
  about: "A catalog of tools, skills or plugins that agents choose from."
}

kind agent_registry: store "Agent registry" {
  icon: robot
  layer: ecosystem
  ai: tool
  about: "A catalog of agents, by which they find each other."
}
