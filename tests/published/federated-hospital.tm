// Hospitals that train one model on chest scans without sending the scans anywhere.
//
// A coordinating center sends the model and the code of a round to each hospital; each trains on its
// own archive and sends an update back; the center averages the updates, tests the result and offers
// it. Two of the hospitals are drawn; the others are like them.
//
// Sources:
// - Rieke et al., "The future of digital health with federated learning", arXiv:2003.08119; Dayan et
//   al., the EXAM study of 20 institutes, Nature Medicine 2021; Roth et al., "NVIDIA FLARE",
//   arXiv:2210.13291: the parts, start-up kits with certificates, job code that runs at the sites.
// - Bagdasaryan et al., "How To Backdoor Federated Learning", arXiv:1807.00459: one participant is
//   enough for a backdoor.
// - Zhu et al., "Deep Leakage from Gradients", arXiv:1906.08935; Geiping et al., arXiv:2003.14053;
//   Melis et al., arXiv:1805.04049: pictures and properties read out of updates.
// - Boenisch et al., "When the Curious Abandon Honesty", arXiv:2112.02918: a center that prepares the
//   model so that updates give more away.
// - NIST AI 100-2 E2025 on model poisoning and reconstruction; CoSAI risk map, privacy of federated
//   training.

model "Federated scan reading" {
  owner: "Hospital consortium"
  version: "3.0"
  catalog: 2026.1
  appetite: low
  eu_ai_act: high
  about: """
    A model that marks suspicious regions on chest scans, trained at the hospitals. Scans must
    **never** leave the hospital that made them.
  """
}

readings     scan    "New scan"             { class: confidential, personal: true }
training_set scansA  "Scans of hospital A"  { class: confidential, personal: true, integrity: high }
training_set scansB  "Scans of hospital B"  { class: confidential, personal: true, integrity: high }
weights      base    "Starting model"       { class: public }
weights      updateA "Update of hospital A" { from: [scansA] }
weights      updateB "Update of hospital B" { from: [scansB] }
weights      joint   "Joint model"          { class: internal, from: [base, updateA, updateB] }
code         round   "Round code"                                        // runs at the sites
packages     libs    "Packages"
training_set bench   "Reference scans"      { class: confidential, personal: true }
credentials  kit     "Start-up kits"                                      // certificate and key of a site
decisions    finding "Marked regions"       { from: [scan] }
logs         curves  "Loss curves"

model_hub        hub      "Public model hub"
package_registry registry "Public package index"

// Each hospital is a partner of the center and a stranger to the other.
boundary hospitalA "Hospital A" {
  trust: partner
  apart: true
  controls: [network_segmentation]
  data_subject      patient     "Patient"
  data_source       pacsA       "Imaging archive A" { stores: [scansA], controls: [access_control, encryption_at_rest] }
  federated_client  clientA     "Training site A"   { holds: [kit] }
  inference_service reader      "Reading aid"       { modality: image, use: decision_support, deployed: premises, proprietary: false, holds: [joint] }
  staff             radiologist "Radiologist"
}

boundary hospitalB "Hospital B" {
  trust: partner
  apart: true
  data_source       pacsB   "Imaging archive B" { stores: [scansB], controls: [access_control] }
  federated_client  clientB "Training site B"   { holds: [kit] }
  admin_user        adminB  "Site administrator B"
}

boundary center "Coordinating center" {
  trust: internal
  controls: [audit_log]
  data_scientist       researcher "Consortium researcher"
  code_repo            jobs       "Job repository"    { stores: [round], controls: [auth] }
  federated_aggregator aggregator "Aggregation server"
  evaluation           test       "Round test"        { controls: [model_validation] }
  eval_dataset         reference  "Reference set"     { stores: [bench], controls: [access_control, encryption_at_rest] }
  model_registry       models     "Model registry"    { stores: [joint], controls: [access_control] }
  experiment_tracker   tracker    "Round tracker"
  secrets_store        ca         "Certificate office" { stores: [kit], controls: [access_control] }
}

// Making scans.
patient     -> radiologist "is examined"   { sends: [scan] }
radiologist -> pacsA "files"               { writes: [scansA] }
adminB      -> pacsB "curates"             { writes: [scansB] }

// A round. The sites call; the center never calls into a hospital.
researcher  -> jobs "pushes"               { writes: [round], controls: [tls] }
aggregator  -> jobs                        { returns: [round] }
aggregator  -> hub "fetches the start"     { returns: [base], controls: [tls] }
clientA     -> pacsA                       { returns: [scansA] }
clientB     -> pacsB                       { returns: [scansB] }
clientA     -> aggregator "round"          { sends: [updateA], returns: [joint, round], controls: [tls, mutual_auth] }
clientB     -> aggregator "round"          { sends: [updateB], returns: [joint, round], controls: [tls, mutual_auth] }
clientA     -> registry "installs"         { returns: [libs], controls: [tls, dependency_pinning] }
clientB     -> registry "installs"         { returns: [libs], controls: [tls] }
ca          -> clientB "ships a kit"       { sends: [kit], one_way: true }
aggregator  -> tracker                     { writes: [curves] }
aggregator  -> models                      { writes: [joint] }
test        -> reference                   { returns: [bench] }
test        -> models                      { returns: [joint] }

// Using what was learned.
reader      -> models "loads"              { returns: [joint], controls: [tls] }
radiologist -> reader "asks"               { sends: [scan], returns: [finding] }

question "Do we clip and noise updates before they leave a site?" { about: [clientA -> aggregator, clientB -> aggregator], owner: "Hospital consortium" }
