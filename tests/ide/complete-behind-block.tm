// ask: complete
boundary cloud {
  llm big { proprietary: false } ▮¶
}
