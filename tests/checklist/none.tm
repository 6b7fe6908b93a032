// Where nothing is expected there is no score, and none is made up.
model "Nothing expected" { owner: "Ana" }

process worker "Worker"
