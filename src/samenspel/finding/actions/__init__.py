"""What people do with what they found."""
