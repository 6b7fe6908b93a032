// silent: hardware-supply
//   The reader runs in a cloud, whose operator answers for the hardware below it; only a plain
//   camera stands at the barrier.

model "Barrier camera" { owner: "Car park", catalog: 2026.1 }

readings plate "Picture of the plate"
decisions opening "Number and decision"

physical_environment lane "Lane in front of the barrier"

boundary park "Car park" {
  trust: internal
  edge_device camera "Reader in the cloud" { modality: image, deployed: cloud }
  business_app barrier "Barrier control"
}

lane -> camera { sends: [plate] }
camera -> barrier { sends: [opening] }
