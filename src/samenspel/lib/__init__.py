"""Pieces without domain words: clock, ids, encryption, database scope. No models."""
