// fires: data-provider-spoof@sensor->reader
// draws: atlas:AML.T0073, owasp-ml-2023:ML06, nist-ai-100-2:NISTAML.013
//   Somebody with a device of the same make joins the radio network of the silo and reports a
//   full one as empty. The reader checks only the make, and its model orders grain.

model "Silo levels" { owner: "Farm systems", catalog: 2026.1 }

readings level "Level"
decisions refill "Refill"

iot_sensor sensor "Level sensor"

boundary farm "Farm" {
  trust: internal
  gateway reader "Reader"
  inference_service planner "Refill model"
  business_app orders_app "Ordering"
}

sensor -> reader { sends: [level] }
reader -> planner { sends: [level], returns: [refill] }
reader -> orders_app { sends: [refill] }
