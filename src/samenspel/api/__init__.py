"""The machine doors: what other systems read here, in the standards of the field."""
