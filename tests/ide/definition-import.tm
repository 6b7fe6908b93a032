// ask: definition
import "vend▮ors.tm" as vendor
//// vendors.tm
llm big
