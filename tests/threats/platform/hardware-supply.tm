// fires: hardware-supply@camera
// draws: atlas:AML.T0010.000, owasp-ml-2023:ML06, nist-ai-100-2:NISTAML.05, exchange:genericsecthreats
//   Devices for the barrier lie in a dealer's store for weeks. Somebody there flashes changed
//   firmware that reads one number plate as another, and the barrier opens for it.

model "Barrier camera" { owner: "Car park", catalog: 2026.1 }

readings plate "Picture of the plate"
decisions opening "Number and decision"

physical_environment lane "Lane in front of the barrier"

boundary park "Car park" {
  trust: internal
  edge_device camera "Camera with reader" { modality: image, deployed: device }
  business_app barrier "Barrier control"
}

lane -> camera { sends: [plate] }
camera -> barrier { sends: [opening] }
