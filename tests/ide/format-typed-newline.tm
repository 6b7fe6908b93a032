// ask: format-typed newline
boundary b {
  boundary c {
▮
