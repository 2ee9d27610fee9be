"""What changes in a network: one module per group of pages."""
