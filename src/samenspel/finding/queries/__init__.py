"""What the pages of finding ask."""
