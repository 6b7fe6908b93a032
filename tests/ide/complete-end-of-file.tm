// ask: complete plain
model "M" {}
▮¶
