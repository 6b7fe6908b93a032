// ask: complete
import "platform.tm" as platform
model "M" { catalog: 2026.1 }
llm plain "Plain"
plat▮
//// platform.tm
end_user staff "Staff"
