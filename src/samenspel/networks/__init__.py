"""Networks, the organisations that are partners in them, and the people who act for them."""
