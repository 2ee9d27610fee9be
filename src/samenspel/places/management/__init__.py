"""Commands of the places context."""
