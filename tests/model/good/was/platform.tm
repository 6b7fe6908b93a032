boundary zone "Zone" { was: area
  vector_store index "Index" { was: vectors, stores: [texts] }
}
documents texts "Texts" { was: papers }
