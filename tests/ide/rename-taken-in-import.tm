// ask: rename big
import "vendors.tm"
web_app d▮esk
//// vendors.tm
llm big
