// ask: complete
control four_eyes "Four eyes" { refs: [atlas:AML.M000▮] }
