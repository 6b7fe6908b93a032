documents d "D" { class: internal personal: true }
documents e "E" { refs: [a:b] class: internal }
