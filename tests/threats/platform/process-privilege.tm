// fires: process-privilege@page
// draws: atlas:AML.T0049, atlas:AML.T0105, exchange:genericsecthreats, saif:riskInsecureIntegratedComponent
//   A stranger uploads a picture made for a flaw in the decoder that the plant page uses. The
//   page runs the stranger's code with its own rights, reads the key of the model service, and
//   looks for a way to the host.

model "Plant finder" { owner: "Garden site", catalog: 2026.1 }

recordings picture "Picture of a plant"
prompts description "Description in words"
decisions name "Name of the plant"

anonymous_user visitor "Visitor"

boundary site "Garden site" {
  trust: internal
  web_app page "Plant page"
  inference_service finder "Plant model" { modality: image }
}

visitor -> page { sends: [picture, description], returns: [name], controls: [tls] }
page -> finder { sends: [picture, description], returns: [name] }
