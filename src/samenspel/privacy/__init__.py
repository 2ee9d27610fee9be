"""Retention and the rights of the person: the register that is at once the rule."""
