"""What the pages of help requests ask."""
