// silent: opaque-decision
//   What is scored is the flat that is offered, and the asker learns a rent: nobody is judged, so nobody has to be
//   told why.

model "Rent estimate" { owner: "Letting", catalog: 2026.1 }

documents dossier "Data of the flat"
decisions score "Estimated rent" { from: [dossier] }

end_user landlord "Landlord"

boundary agency "Letting agency" {
  trust: internal
  web_app portal "Portal"
  boundary scoring "Scoring" {
    trust: restricted
    inference_service scorer "Rent model"
  }
}

landlord -> portal "asks" { sends: [dossier], returns: [score], controls: [tls] }
portal -> scorer "estimates" { sends: [dossier], returns: [score] }
