// In 31 days; over already (which is another code); stale; exceeded; without an end.
model "M" { catalog: 2026.1 }
prompts question { personal: true }
end_user visitor
model_provider llm
boundary cloud "Cloud" {
  trust: internal
  gateway waf
}
visitor -> waf { sends: [question] }
waf -> llm { sends: [question] }
accept provider-retention on llm { because: "By contract.", by: "CISO", until: 2027-01-01 }
accept input-leak-provider on waf -> llm { because: "By contract.", by: "CISO", until: 2026-11-30 }
accept rag-poison on any flow { because: "We have none.", by: "CISO", until: 2026-12-02 }
accept flow-eavesdrop on visitor -> waf { because: "Nothing secret.", by: "CISO" }
