"""Offers in a sheet: what its columns mean, from cells to values and back, and what a sheet would change."""
