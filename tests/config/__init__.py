"""The commands behind the launcher."""
