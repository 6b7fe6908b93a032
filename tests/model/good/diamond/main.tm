import "left.tm"
import "right.tm" as right
import "base.tm" as base               // a third name for what both import
gateway waf
waf -> index { sends: [word] }
waf -> right.reader { sends: [base.word] }
question "Same?" { about: [index, base.index, left] }
