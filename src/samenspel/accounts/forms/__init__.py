"""Forms about one's own account; those of the sign-in library in our words."""
