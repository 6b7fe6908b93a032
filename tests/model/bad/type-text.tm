gateway waf { owner: Ana }
