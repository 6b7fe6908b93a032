// A camera in a car that reads signs, lanes and people, with a model that comes over the air.
//
// The perception computer reads the front camera and tells the planner what is there; the planner
// sets speed and brakes. Clips of odd moments go back to the manufacturer, are labelled by another
// company, and train the next model, which the update server brings into the cars.
//
// Sources:
// - Eykholt et al., "Robust Physical-World Attacks", arXiv:1707.08945: stickers on stop signs.
// - McAfee, "Model Hacking ADAS", 2020: tape on a speed sign, and a car that speeds up.
// - Tencent Keen Security Lab, "Experimental Security Research of Tesla Autopilot", 2019: stickers
//   on the road that shift the lane, and control of the computer from within.
// - Nassi et al., "Phantom of the ADAS", ePrint 2020/085: projected signs and people.
// - Sato et al., "Dirty Road Can Attack", arXiv:2009.06701: patches on the road surface.
// - ENISA and JRC, "Cybersecurity challenges in the uptake of AI in autonomous driving", 2021; UN
//   Regulations No. 155 and 156; ISO/SAE 21434: the parts, updates, and who can reach them.
// - MITRE ATLAS AML.T0041 (physical access), AML.CS0012 (physical evasion), AML.CS0013 (a backdoor
//   put into models on devices).

model "Front camera assistance" {
  owner: "Driver Assistance"
  version: "12.3"
  catalog: 2026.1
  appetite: low
  eu_ai_act: high
  about: """
    Reads signs, lanes and people from one camera, for speed assistance and emergency braking.
    The driver **stays responsible** and can override.
  """
}

readings     scene    "Road scene"          { class: public, integrity: high }
readings     frames   "Camera frames"       { personal: true, integrity: high, availability: high }
decisions    objects  "Signs, lanes, people" { from: [frames], integrity: high, availability: high }
decisions    commands "Speed and brake commands" { from: [objects, limits], integrity: high, availability: high }
documents    limits   "Map with speed limits" { class: public, integrity: high }
readings     clips    "Clips of odd moments" { class: confidential, personal: true }
labels       boxes    "Boxes and classes"
training_set drives   "Labelled drives"     { from: [clips, boxes], class: confidential, personal: true }
weights      backbone "Pretrained backbone" { class: public }
weights      model    "Perception model"    { from: [drives, backbone], integrity: high }
packages     firmware "Firmware image"
credentials  signkey  "Signing key"
asset        override "Pedals and wheel"  { integrity: high, availability: high }
logs         faults   "Fault memory"

physical_environment road  "Road"                                        // anybody can put up signs
end_user      driver     "Driver"
staff         mechanic   "Workshop mechanic"                              // and whoever has the plug
data_provider maps       "Map supplier"
model_hub     hub        "Public model hub"

boundary car "Vehicle" {
  trust: internal
  iot_sensor  camera    "Front camera"
  gateway     telematics "Telematics unit" { controls: [auth] }
  log_store   recorder  "Event recorder"   { stores: [faults] }

  boundary assistance "Assistance domain" {
    trust: restricted
    controls: [network_segmentation]
    edge_device   perception "Perception computer" { modality: [image, video], holds: [model] }
    model_storage flash      "Model partition"     { stores: [model, firmware], controls: [signing] }
    process       planner    "Speed and lane planner"
    process       actuators  "Brake and drive control"
  }
}

boundary labelling "Labelling company" {
  trust: partner
  annotator worker "Annotator"
}

boundary cloud "Manufacturer's cloud" {
  trust: internal
  controls: [audit_log]
  gateway        fleet    "Fleet gateway"    { controls: [auth, rate_limit] }

  boundary factory "Model factory" {
    dataset_store  store    "Clip store"       { stores: [clips, drives], controls: [access_control, encryption_at_rest] }
    labeling       tool     "Labelling tool"   { controls: [auth] }
    training       trainer  "Training"
    evaluation     bench    "Release test"     { controls: [model_validation] }
    model_registry registry "Model registry"   { stores: [model], controls: [access_control] }
  }

  boundary release "Release" {
    trust: restricted
    deployment    updates  "Update server"    { controls: [change_control] }
    secrets_store keys     "Signing service"  { stores: [signkey], controls: [access_control] }
  }
}

// While driving.
camera     -> road "looks at"             { returns: [scene] }
perception -> camera                      { returns: [frames] }
perception -> planner                     { sends: [objects] }
planner    -> actuators                   { sends: [commands] }
planner    -> driver "shows"              { sends: [objects] }
driver     -> planner "overrides"         { sends: [override] }
telematics -> maps "fetches limits"       { returns: [limits], controls: [tls] }
planner    -> telematics                  { returns: [limits] }

// What comes back.
perception -> recorder                    { writes: [clips, faults] }
telematics -> recorder                    { returns: [clips, faults] }
telematics -> fleet "uploads"             { sends: [clips, faults], controls: [tls, mutual_auth] }
fleet      -> store                       { writes: [clips] }
mechanic   -> telematics "diagnoses"      { sends: [firmware], returns: [faults] }

// The next model.
tool       -> store                       { returns: [clips], writes: [drives] }
worker     -> tool "labels"               { returns: [clips], sends: [boxes], controls: [tls] }
trainer    -> store                       { returns: [drives] }
trainer    -> hub "fetches"               { returns: [backbone], controls: [tls] }
trainer    -> registry                    { writes: [model] }
bench      -> registry                    { returns: [model] }
updates    -> registry                    { returns: [model] }
updates    -> keys "signs"                { returns: [signkey] }
telematics -> updates "asks for updates"  { returns: [model, firmware], controls: [tls] }
telematics -> flash "installs"            { writes: [model, firmware] }
perception -> flash "loads"               { returns: [model] }

question "Does the planner cross-check signs with the map before it speeds up?" { about: [planner], owner: "Driver Assistance" }
