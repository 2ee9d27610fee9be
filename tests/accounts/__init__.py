"""Accounts: signing in, the second step, one's own account."""
