"""The engine: words, kinds, danger and the order of offers."""
