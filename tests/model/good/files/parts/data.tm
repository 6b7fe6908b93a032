documents word "A word"
