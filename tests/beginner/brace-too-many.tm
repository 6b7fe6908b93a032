//~ stray-close; 3 elements, 2 flows, 1 data
model "Photo search" { owner: "App", catalog: 2026.1 }

readings photo "Photos" { personal: true }

end_user user "User"
boundary cloud "Cloud" {
  trust: internal
  web_app app "App"
  }
  vector_store vectors "Vectors" { stores: [photo] }
}

user -> app "search" { sends: [photo], controls: [tls] }
app -> vectors { sends: [photo] }
