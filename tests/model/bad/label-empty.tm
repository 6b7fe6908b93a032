gateway waf ""
