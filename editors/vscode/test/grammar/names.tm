// Words of the language are names where they mean nothing.
as as "as"
mitigate x on on
when -> every
llm when "A kind named when" { on: [any, any gateway, every] }
boundary import "x" { llm kind; view -> kind }
kind a: b, vendor.c, d "D" { x: 1, y: -2.5 }
x: true, y: true-north, z: 2026.1
threat t {
  when: (
    source in cloud
    and not target is external
  ) // why
  and impact < 3 or x == "y"
  stride: tampering, on: flow
}
on: [
  a -> b,
  { on: any flow, with: [tls] }
]
