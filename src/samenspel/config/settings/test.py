"""Tests: fast password hasher, mails in memory, its own embedded database (see tests/conftest.py)."""

import os

os.environ.setdefault("DATABASE_URL", "postgresql://samenspel_app@/samenspel_test")
os.environ.setdefault("SAMENSPEL_DEMO_TOKEN", "test")

from samenspel.config.settings.demo import *

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
FINDING_LOOK_EVERY_SECONDS = float(os.environ.get("FINDING_LOOK_EVERY_SECONDS", "0"))  # at every search
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
# Refused and missing pages are what many tests ask for.
LOGGING = LOGGING | {"loggers": {"django.request": {"level": "ERROR"}}}
for _template in TEMPLATES:
    _template["OPTIONS"]["string_if_invalid"] = ""  # type: ignore[index]
