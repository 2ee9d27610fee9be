"""Questions of people: asking, clarifying, limits of volunteer work."""
