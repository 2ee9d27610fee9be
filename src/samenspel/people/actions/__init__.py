"""Changes to persons and to what they agreed to."""
