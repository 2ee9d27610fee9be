"""Pages over several contexts, tested."""
