"""Production: no debug, every secret from the environment, refuses to start without them."""

import json

from samenspel.config.database import django_settings
from samenspel.config.environment import listed, mail_server, optional, required
from samenspel.config.settings.base import *

_secret, _keys, _database, _hosts, _address, _mail = required(
    "SECRET_KEY", "SEALING_KEYS", "DATABASE_URL", "ALLOWED_HOSTS", "SITE_ADDRESS", "MAIL_URL"
)
SECRET_KEY = _secret
SEALING_KEYS: dict[str, str] = json.loads(_keys)
DATABASES = {
    "default": django_settings(_database),
    "owner": django_settings(optional("DATABASE_OWNER_URL") or _database) | {"ATOMIC_REQUESTS": False},
}
ALLOWED_HOSTS = listed("ALLOWED_HOSTS")
SITE_ADDRESS = _address
CSRF_TRUSTED_ORIGINS = [_address]
EMAIL_HOST, EMAIL_PORT, EMAIL_HOST_USER, EMAIL_HOST_PASSWORD, EMAIL_USE_TLS = mail_server(_mail)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
LANGUAGE_COOKIE_SECURE = True
SECURE_SSL_REDIRECT = optional("SECURE_SSL_REDIRECT", "yes") == "yes"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
