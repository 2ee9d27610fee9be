"""What people fill in to find help."""
