"""Pages of help requests."""
