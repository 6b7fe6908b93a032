// ask: complete
mo▮¶
