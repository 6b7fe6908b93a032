model "<img src=x onerror=alert(1)> | `x` **b** @all [l](javascript:1)" { catalog: 2026.1 }

prompts   question "Question"
documents tickets  "Old tickets" { class: confidential }
answers   reply    "Reply" { from: [question, tickets] }

anonymous_user visitor "Visitor"
model_provider llm "Hosted LLM"
boundary cloud "Cloud" {
  web_app   desk  "<img src=x onerror=alert(1)> | `x` **b** @all [l](javascript:1)"
  web_app two "{{7*7}} </summary>\n# x"
  rag_store index "Ticket index" { stores: [tickets] }
}

visitor -> desk { sends: [question], returns: [reply] }
desk -> two as side "\"><script>|"
desk -> index   { sends: [question], returns: [tickets] }
desk -> llm     { sends: [question], returns: [reply] }
