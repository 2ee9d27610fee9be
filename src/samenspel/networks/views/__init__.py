"""Pages about networks: one module per group of pages."""
