"""Pages over several contexts: the front page, today, what the product says about itself."""
