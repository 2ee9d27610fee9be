"""Looking over what a network offers: where there is much and where there is nothing (P4.9)."""
