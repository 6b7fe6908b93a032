// ask: tokens
import "v.tm" as v
web_app desk "Desk" { trust: internal, controls: [auth] }
desk -> v.big as ask { sends: [q] }
prompts q
accept excessive-agency on v.big { because: "x", by: "y" }
//// v.tm
llm big
