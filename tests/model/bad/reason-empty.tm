gateway waf
off confabulation { because: " " }
