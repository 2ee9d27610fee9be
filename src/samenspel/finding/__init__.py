"""Finding: from somebody's words and place to offers that fit, and what could not be found."""
