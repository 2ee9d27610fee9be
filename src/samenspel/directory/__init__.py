"""What organisations offer: described so that people find it, whether there is room, and whether it is still true."""
