gateway waf
control login: auth { on: [waf] }
control login: mfa { on: [waf] }
