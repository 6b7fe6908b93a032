gateway waf { was: edge }
database store { was: [depot, "edge"] }
waf -> store
question "Which?" { about: [edge] }
