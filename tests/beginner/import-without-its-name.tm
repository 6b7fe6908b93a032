//~ unknown-name; 3 elements, 1 flows, 1 data
import "shared/vendors.tm"
model "Ticket bot" { owner: "Ana", catalog: 2026.1 }

prompts question "Question" { personal: true }

end_user visitor "Visitor"
web_app site "Site"

visitor -> site { sends: [question] }
site -> vendors.llm { sends: [question] }
