// silent: embedding-inversion
//   The vectors are made from published reports; whoever rebuilds them has what anybody can read.

model "Like cases" { owner: "Clinic", catalog: 2026.1 }

documents letters "Published case reports" { class: public }
embeddings fingerprints "Report vectors" { from: [letters] }
embeddings sought "Vector of the case" { from: [letters] }
decisions like "Numbers of like cases" { from: [letters] }

boundary rooms "Offices" {
  trust: internal
  staff doctor "Doctor"
}

boundary clinic "Clinic" {
  trust: internal
  web_app desk "Case desk"
  embedding_service encoder "Encoder"
  vector_store vectors "Vectors" { stores: [fingerprints] }
}

doctor -> desk "asks" { sends: [letters], returns: [like] }
desk -> encoder { sends: [letters], returns: [sought] }
desk -> vectors { sends: [sought], returns: [like] }
encoder -> vectors { writes: [fingerprints] }
