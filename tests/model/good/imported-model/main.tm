// A whole model behind a name: its parts come along, its settings, views and answers do not.
import "theirs.tm" as theirs
model "Ours" { owner: "Us" }
gateway waf
waf -> theirs.bot { sends: [theirs.ask] }
