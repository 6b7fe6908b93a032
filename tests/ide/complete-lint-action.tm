// ask: complete
model "M" { lints: { no-crossing: ▮ } }
