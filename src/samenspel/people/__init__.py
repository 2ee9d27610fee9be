"""Persons who ask for help, their carers, what they agreed to, and who may read about them now."""
