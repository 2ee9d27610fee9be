"""Who did or saw what, when and on whose behalf: append-only, chained by hash, without content (L21-L24)."""
