// The playbook of a house: imported by the case beside this folder.
kind vault: shelf "Vault" { expects: [watch] }
control seal "Seal" { group: care, about: "It shows who opened it.", default_for: [vault, service] }
