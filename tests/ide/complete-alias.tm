// ask: complete
import "vendors.tm" as vendor
web_app desk
desk -> vendor.▮
//// vendors.tm
llm big "Big one"
documents terms
