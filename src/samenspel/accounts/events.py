"""What happened to an account; heard above (audit, networks). Ids only."""

from django.dispatch import Signal

signed_in = Signal()
"""Somebody signed in. Arguments: `user_id`, `method`."""

sign_in_failed = Signal()
"""Somebody tried to sign in and did not succeed. Arguments: none that tell who."""
