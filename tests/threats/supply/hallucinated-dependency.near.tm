// silent: hallucinated-dependency
//   The agent explains code and writes none; developers choose and install their packages
//   themselves.

model "Questions about code" { owner: "Developer experience", catalog: 2026.1 }

prompts wish "Wish"
answers advice "Advice"
packages libraries "Libraries"

package_registry index "Public package index"

boundary desk "Developer machine" {
  trust: internal
  staff developer "Developer"
  agent coder "Answering agent"
  llm brain "Model"
}

developer -> coder { sends: [wish], returns: [advice] }
coder -> brain { sends: [wish], returns: [advice] }
developer -> index "installs" { returns: [libraries], controls: [tls] }
