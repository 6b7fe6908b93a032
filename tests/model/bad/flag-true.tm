documents d { personal: True }
