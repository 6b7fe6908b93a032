// ask: complete
import "▮
//// platform.tm
web_app desk
//// vendors.tm
llm big
