// ask: complete
import "vendors.tm" as vendor
web_app desk
vendor.▮
//// vendors.tm
kind big_llm: llm "Our own" { about: "x" }
big_llm big "Big one"
documents terms
