"""What the machine doors answer."""
