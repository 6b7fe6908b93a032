// fires: output-injection@maker->runner
// draws: atlas:AML.T0050, owasp-llm-2025:LLM05, owasp-agentic:ASI05, owasp-agentic:T11, nist-ai-100-2:NISTAML.039, exchange:outputcontainsconventionalinjection, saif:riskInsecureModelOutput, cwe:78
//   A visitor asks for a chart whose title is a shell command. The model writes it into the script, and the runner
//   runs the script beside the data of others.

model "Chart maker" { owner: "Open data", catalog: 2026.1 }

prompts wish "Wish"
code script "Script"
answers chart "Chart" { from: [wish] }

anonymous_user visitor "Visitor"

boundary portal "Open data portal" {
  trust: internal
  web_app page "Page"
  code_generator maker "Script model"
  code_interpreter runner "Runner"
}

visitor -> page "asks" { sends: [wish], returns: [chart], controls: [tls] }
page -> maker { sends: [wish], returns: [chart] }
maker -> runner { sends: [script], returns: [chart] }
