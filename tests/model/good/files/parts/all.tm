import "data.tm"
database store
waf_of_the_parts words_of_it { stores: [word] }
kind waf_of_the_parts: gateway "Gateway" { about: "Declared behind its use." }
