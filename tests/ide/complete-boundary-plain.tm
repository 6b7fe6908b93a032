// ask: complete plain
boundary cloud {
  ▮¶
