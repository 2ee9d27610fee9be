"""What the machine doors ask."""
