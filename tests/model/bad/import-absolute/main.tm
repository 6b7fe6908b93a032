import "/etc/passwd" as p
gateway waf
waf -> p.root
