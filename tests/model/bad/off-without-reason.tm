gateway waf
off confabulation
