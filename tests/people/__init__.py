"""Persons, carers, consent and who may read."""
