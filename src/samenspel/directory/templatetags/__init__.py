"""What templates draw of the directory."""
