// ask: rename huge
import "vendors.tm" as vendor
web_app desk
desk -> vendor.b▮ig
accept excessive-agency on vendor.big { because: "x", by: "y" }
//// vendors.tm
llm big "Big one"
database log
big -> log
