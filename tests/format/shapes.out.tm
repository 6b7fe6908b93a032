import "platform.tm"
import "vendors.tm" as vendor

model "Every shape" { owner: "Ana", catalog: 2026.1 }
llm a
llm b "B"
vendor.llm c "C" {}
kind tuned_llm: llm, vendor.model "Tuned" { about: "Trained here." }
control firewall: prompt_guard "Firewall"
a -> b
a -> b -> c "chain"
a <-> b as both "two ways" { sends: [d] }
mitigate rag-poison on a -> b { with: [x] }
accept x on *
accept x on any flow
dismiss x on a
question "Who?" as q { about: [a] }
reviewed 2026-10-01 { by: "Ana" }
off confabulation
use rag(handbook, "x", [a, b]) as support { trust: internal }
use nothing()
