"""The journal: one line for every step in the work, without names, from which all figures come."""
