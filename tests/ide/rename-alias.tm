// ask: rename seller
import "vendors.tm" as ven▮dor
web_app desk
desk -> vendor.big
//// vendors.tm
llm big
