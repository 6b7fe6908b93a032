anonymous_user visitor
gateway "API gateway" { controls: [auth] }
