"""What is kept, why and how long: one register that is published and carried out every night (L2, L15)."""
