"""Finding and ranking: from free words to kinds of help, danger and an order of offers; plain arrays, no Django."""
