// Every way to stand somewhere.
boundary outer { trust: partner
  boundary inner { controls: [audit_log] }
  boundary tenant "A tenant" { trust: untrusted; apart: true; llm mine; user guest; llm closed { trust: restricted } }
}
llm free                                   // in the implied boundary
database kept { trust: restricted }
anonymous_user visitor
model_provider hosted
user known { trust: internal }
boundary outer2 { model_provider inside; boundary deep { boundary deeper { gateway g } } }
