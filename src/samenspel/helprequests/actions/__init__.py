"""Changes to help requests."""
