inference_service model "M"
model -> api
rag_store on
mitigate x on on
as as "as"
use use
any any
a -> as as as "as"
every -> when
not -> and
boundary import "x" { when x "y"; on: on; when -> on }
