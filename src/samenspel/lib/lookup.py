"""Finding sealed values again: keyed hashes, equal for equal text and worth nothing without our key.

The key is a setting of its own (`LOOKUP_KEY`), because sealing keys change and a changed key would find nobody.
"""

import hmac
import re
import unicodedata
from hashlib import sha256

from django.conf import settings

SIZE = 32
"""Hexadecimal digits that are kept: 128 bits, far more than there are people."""


def key_of(what: str, text: str) -> str:
    """The keyed hash of a text; `what` keeps a phone number from meeting a name. Empty text has no key."""
    if not text:
        return ""
    return hmac.new(settings.LOOKUP_KEY.encode(), f"{what}\0{text}".encode(), sha256).hexdigest()[:SIZE]


def plain_name(name: str) -> str:
    """A name as it is compared: letters only, without accents and capitals, so that `Van 't Hof` meets `van t hof`."""
    apart = unicodedata.normalize("NFKD", name.casefold())
    return "".join(sign for sign in apart if sign.isalpha())


def plain_phone(number: str) -> str:
    """A Dutch number as it is compared: digits only, the country code as a zero."""
    digits = re.sub(r"\D", "", number.replace("(0)", ""))
    return re.sub(r"^(?:0031|31(?=\d{9}$))", "0", digits)


def plain_email(address: str) -> str:
    """A mail address as it is compared."""
    return address.strip().casefold()
