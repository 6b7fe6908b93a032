// ask: complete
control four_eyes "Four eyes" { refs: [atlas:AML.T0051.0▮] }
