"""What can be done with an offer."""
