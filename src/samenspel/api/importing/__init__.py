"""Taking in a feed of somebody else: read everything, check everything, then apply it in one go."""
