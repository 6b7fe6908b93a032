// What a partner's system gets nobody reads but that partner: no way of a visitor or of an insider ends there.
// Who stands there does.
model "Another's system" {}
documents notes "Notes" { class: confidential }
prompts question "Question"
anonymous_user visitor "Visitor"
third_party crm "Customer system of a vendor"
user clerk "Clerk" { trust: internal }
boundary cloud "Cloud" {
  trust: internal
  web_app front "Front desk"
  database index "Index" { stores: [notes] }
  llm own "Model"
}
visitor -> front { sends: [question] }
clerk -> front { sends: [question] }
front -> own { sends: [question] }
front -> index { returns: [notes] }
front -> crm { sends: [notes] }
attacker anyone "Anybody" { from: [visitor], wants: [notes] }
attacker insider "Insider" { from: [clerk], wants: [notes] }
attacker vendor "Somebody at the vendor" { from: [crm], wants: [notes] }
