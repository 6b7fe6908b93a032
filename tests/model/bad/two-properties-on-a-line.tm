gateway waf { owner: "Ana" icon: shield }
