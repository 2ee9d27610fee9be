"""Sessions in the database, as Django keeps them; a cookie that cannot be a session is no session at all."""

from django.contrib.sessions.backends import db


class SessionStore(db.SessionStore):
    """Django's own, but what a visitor writes in the cookie is looked at before the database is asked."""

    def _validate_session_key(self, key: str) -> bool:
        """Only signs that our keys are made of: PostgreSQL refuses a NUL, and that would be a broken page."""
        fits: bool = super()._validate_session_key(key)  # type: ignore[misc]  # its stubs forget it
        return fits and key.isascii() and key.isalnum()
