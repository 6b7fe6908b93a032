threat t "T" {
  when: crosses
}
when: crosses up and not tainted or exposes confidential to partner
when: (a or b) and not (c and d)
when: not not a
when: source is external and target.trust >= internal
when: target in cloud
when: impact < 3 and likelihood != 2 and class == secret and x > 1 and y <= 2
when: one_way
  and target.exposed
  or moves personal
when: tainted by untrusted
  // a comment in between
  and moved tainted
  and target tainted by partner
when: sends documents from untrusted and writes >= confidential to partner
when: target stores anything and holds credentials and receives tool_results from external and gives >= secret to partner
when: crosses level or crosses down
when: (
  a
  and b
)
when: target.multi_tenant == true and target.deployed == cloud and target.due < 2027-01-01 and target.name == "x"
when -> target
when x "a kind named when"
