// ask: complete
model "M" { lints: { no-cr▮ } }
