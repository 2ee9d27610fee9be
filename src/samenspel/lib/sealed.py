"""Text about a person, sealed in the application: the database and its backups hold only ciphertext.

AES-256-GCM from `cryptography`, a key ring with names (`SEALING_KEYS`: first key seals, all keys open), and the table,
column and row id as associated data, so that a value moved to another row does not open.
"""

import base64
import os
from typing import Any
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.db import models

NONCE_BYTES = 12


class CannotOpen(Exception):
    """The value was sealed with a key we do not have, was changed, or belongs to another row."""


def seal(text: str, *, context: str) -> bytes:
    """Ciphertext of a text as `key name | nonce | sealed bytes`; the same text seals differently every time."""
    name, key = next(iter(_keys().items()))
    nonce = os.urandom(NONCE_BYTES)
    return name.encode() + b"|" + nonce + AESGCM(key).encrypt(nonce, text.encode(), context.encode())


def unseal(value: bytes, *, context: str) -> str:
    """The text again.

    Raises:
        CannotOpen: never returns ciphertext or nonsense instead.
    """
    name, _, rest = bytes(value).partition(b"|")
    key = _keys().get(name.decode(errors="replace"))
    if key is None:
        raise CannotOpen(context)
    try:
        return AESGCM(key).decrypt(rest[:NONCE_BYTES], rest[NONCE_BYTES:], context.encode()).decode()
    except InvalidTag as wrong:
        raise CannotOpen(context) from wrong


def _keys() -> dict[str, bytes]:
    return {name: base64.b64decode(key) for name, key in settings.SEALING_KEYS.items()}


class _Opens:
    """Opens a sealed value when somebody reads it, because only then is the row's id known."""

    def __init__(self, field: "EncryptedTextField") -> None:
        self.field = field

    def __get__(self, instance: models.Model | None, owner: type[models.Model]) -> Any:
        if instance is None:
            return self
        name = self.field.attname
        if name not in instance.__dict__:
            instance.refresh_from_db(fields=[name])
        value = instance.__dict__[name]
        if isinstance(value, bytes | memoryview):
            value = unseal(bytes(value), context=self.field.context_of(instance))
            instance.__dict__[name] = value
        return value

    def __set__(self, instance: models.Model, value: object) -> None:
        instance.__dict__[self.field.attname] = value


class EncryptedTextField(models.BinaryField):  # type: ignore[type-arg]
    """A text column that is stored sealed; cannot be searched or sorted by, and belongs to a UUID row."""

    description = "sealed text"

    def contribute_to_class(self, cls: type[models.Model], name: str, private_only: bool = False) -> None:  # noqa: FBT001, FBT002
        """Reading the attribute opens the value."""
        super().contribute_to_class(cls, name, private_only)
        setattr(cls, self.attname, _Opens(self))

    def context_of(self, instance: models.Model) -> str:
        """What the value is bound to: table, column and row."""
        if not isinstance(instance.pk, UUID):
            raise TypeError(f"{instance._meta.label} needs a UUID before it can hold sealed text")
        return f"{instance._meta.db_table}.{self.column}.{instance.pk}"

    def pre_save(self, model_instance: models.Model, add: bool) -> bytes | None:  # noqa: ARG002, FBT001  -- Django's signature
        """Seal just before the value goes to the database."""
        value = getattr(model_instance, self.attname)
        return None if value is None else seal(str(value), context=self.context_of(model_instance))

    def get_lookup(self, lookup_name: str) -> Any:
        """Only `isnull` works: sealed text cannot be looked up.

        Raises:
            TypeError: for any other look-up.
        """
        if lookup_name == "isnull":
            return super().get_lookup(lookup_name)
        raise TypeError(f"{self.name} is sealed and cannot be looked up")

    def get_default(self) -> Any:
        """Empty text, not empty bytes."""
        return self.default if self.has_default() else ""
