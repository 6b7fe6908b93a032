// ask: definition
import "vendors.tm" as vendor
web_app desk
desk -> vendor.b▮ig
//// vendors.tm
llm big "Big one"
