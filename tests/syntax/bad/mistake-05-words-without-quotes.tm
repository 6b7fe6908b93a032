model "M" { owner: Applied AI, version: "2" }
