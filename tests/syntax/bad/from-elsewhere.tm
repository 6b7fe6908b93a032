gateway waf {
  controls:
    - auth
    - rate_limit
  tags:
    - "two words"
    - x.y
  about: "kept"
}
a -->|asks| b
a ->|asks| b { sends: [q] }
a -->|"asks"| b
"a" -> "b"
a -> "b" "label" { sends: [q] }
"a b" -> c
{ "trust": "internal" }
gateway "api" "main" { controls: [auth] }
question "Why" "Because"
import shared/vendors.tm
import ./vendors.tm
boundary c { controls { auth } }
waf- -> chat
gateway("waf")
ask: a -> b "x"
threat t "T" { refs: [nist-ai-rmf:GOVERN 1.1, atlas:AML.T0070] }
gateway: waf "API gateway"
