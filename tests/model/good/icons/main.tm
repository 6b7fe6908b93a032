// A kind and an element of their own icon, by a word of the field, by Lucide's, and by a file.
model "Icons" { owner: "Smith", catalog: 2026.1 }
kind forge: process "Forge" { icon: "icons/anvil.svg" }
boundary shop {
  forge smithy
  process front { icon: shopping-cart }
  process mind { icon: agent }
  database till { icon: "icons/anvil.svg" }
}
smithy -> front -> mind
front -> till
