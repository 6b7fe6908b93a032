anonymous_user visitor
gatewya waf "API" { controls: [auth] }
visitor -> waf
require auth on waf
