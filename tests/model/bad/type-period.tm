model "M" { review: every 3 moons }
gateway waf
