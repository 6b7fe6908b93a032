import "gone.tm"
gateway waf { stores: [secret_plan] }
waf -> elsewhere
vehicle car
require sandbox on waf
