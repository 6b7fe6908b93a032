//~ syntax; 3 elements, 2 flows, 1 data
import shared/vendors.tm
model "Ticket bot" { owner: "Ana", catalog: 2026.1 }

prompts question "Question" { personal: true }

end_user visitor "Visitor"
web_app site "Site"
database log "Log"

visitor -> site { sends: [question] }
site -> log { writes: [question] }
site -> llm { sends: [question] }
