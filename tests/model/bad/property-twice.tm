gateway waf { owner: "Ana", owner: "Bob" }
