// ask: complete
threat slip "Slip" { test: [▮] }
