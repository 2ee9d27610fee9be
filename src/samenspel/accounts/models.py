"""The person who signs in. What they may do is not here: roles are held at organisations and networks."""

from collections.abc import Iterator
from typing import ClassVar

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from samenspel.lib import clock, ids


class UserManager(BaseUserManager["User"]):
    """Makes users by e-mail address; there are no user names and no superusers."""

    def create_user(self, email: str, *, name: str = "", password: str | None = None) -> "User":
        """A new account; without a password it signs in by e-mail code or passkey."""
        user = self.model(email=self.normalize_email(email).lower(), name=name)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        """Signing in does not depend on capitals in the e-mail address."""
        return self.get(email__iexact=username)


class User(AbstractBaseUser):
    """An account, known by its e-mail address."""

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    email = models.EmailField(_("E-mailadres"), max_length=254)
    name = models.CharField(_("Naam"), max_length=120, blank=True)
    language = models.CharField(_("Taal"), max_length=2, default="nl")
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(default=clock.now, editable=False)
    sign_outs = models.PositiveIntegerField(default=0, editable=False)
    """How often this person signed out everywhere; a session made before the last time is no longer good."""

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        constraints = [
            models.UniqueConstraint(Lower("email"), name="one_account_per_email"),
            models.CheckConstraint(condition=models.Q(language__in=["nl", "en"]), name="user_language_is_known"),
        ]

    def __str__(self) -> str:
        return display_name(self)

    def get_session_auth_hash(self) -> str:
        """What every session of this person carries; it changes with the password and with `sign_outs`."""
        return self._session_hash(settings.SECRET_KEY)

    def get_session_auth_fallback_hash(self) -> Iterator[str]:
        """The same under earlier secret keys, so that a new key does not sign everybody out."""
        return (self._session_hash(secret) for secret in settings.SECRET_KEY_FALLBACKS)

    def _session_hash(self, secret: str | bytes) -> str:
        value = f"{self.password}|{self.sign_outs}"
        return salted_hmac("samenspel.accounts.session", value, secret=secret, algorithm="sha256").hexdigest()


def display_name(user: "User") -> str:
    """How a colleague sees this person: the name, or the address as long as no name was given."""
    return user.name or user.email
