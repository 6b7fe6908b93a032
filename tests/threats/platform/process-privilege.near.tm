// silent: process-privilege
//   Visitors describe the plant in a few words. There is no file to take apart, so no decoder
//   to break.

model "Plant finder" { owner: "Garden site", catalog: 2026.1 }

prompts description "Description in words"
decisions name "Name of the plant"

anonymous_user visitor "Visitor"

boundary site "Garden site" {
  trust: internal
  web_app page "Plant page"
  inference_service finder "Plant model" { modality: text }
}

visitor -> page { sends: [description], returns: [name], controls: [tls] }
page -> finder { sends: [description], returns: [name] }
