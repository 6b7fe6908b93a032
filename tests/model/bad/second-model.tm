model "One" {}
gateway waf
model "Two" { owner: "Ana" }
