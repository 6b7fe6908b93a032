threat t {
  when: crosses
  when:not(a is b)and c or d
  when: ( a or ( b and c ) ) and not not d
  when:target.exposed==public and x<-3 and y>=2027-01-01 and z!="a  b"
  when: tainted   by   untrusted or moved   tainted or exposes   confidential  to  untrusted
  when: a sends documents  from b and stores  >= confidential or x in vendor.zone or a reaches b
}
