"""What happened to an account; heard above (audit, networks). Ids only."""

from django.dispatch import Signal

signed_in = Signal()
"""Somebody signed in. Arguments: `user_id`, `method` (such as `code`, `password_totp`, `passkey`)."""

sign_in_failed = Signal()
"""Somebody tried to sign in and did not succeed. Arguments: `method`; none that tell who."""

signed_out = Signal()
"""Somebody signed out. Arguments: `user_id`, `everywhere` (true when all other sessions ended)."""

second_factor_added = Signal()
"""Somebody arranged a second factor. Arguments: `user_id`, `kind` (`totp` or `webauthn`)."""

second_factor_removed = Signal()
"""Somebody removed a second factor. Arguments: `user_id`, `kind`."""

recovery_codes_made = Signal()
"""Somebody got new recovery codes. Arguments: `user_id`."""

password_changed = Signal()
"""Somebody set, changed or reset their password. Arguments: `user_id`."""

email_changed = Signal()
"""Somebody changed the address they sign in with. Arguments: `user_id`."""

profile_changed = Signal()
"""Somebody changed their own name or language. Arguments: `user_id`."""

organisation_sign_in_changed = Signal()
"""Somebody tied the account to the sign-in of their organisation, or cut it. Arguments: `user_id`, `connected`."""

opened = Signal()
"""An account came to be. Arguments: `user_id`."""
