"""Production: no debug, every secret from the environment, refuses to start without them."""

from samenspel.config.database import settings_or_refuse
from samenspel.config.environment import (
    host_names,
    mail_server,
    optional,
    required,
    sealing_keys,
    secret_key,
    site_address,
    yes_or_no,
)
from samenspel.config.settings.base import *

_secret, _keys, _lookup, _database, _hosts, _address, _mail = required(
    "SECRET_KEY", "SEALING_KEYS", "LOOKUP_KEY", "DATABASE_URL", "ALLOWED_HOSTS", "SITE_ADDRESS", "MAIL_URL"
)
SECRET_KEY = secret_key(_secret)
LOOKUP_KEY = secret_key(_lookup, name="LOOKUP_KEY")
SEALING_KEYS = sealing_keys(_keys)
DATABASES = {
    "default": settings_or_refuse("DATABASE_URL", _database),
    "owner": settings_or_refuse("DATABASE_OWNER_URL", optional("DATABASE_OWNER_URL") or _database)
    | {"ATOMIC_REQUESTS": False},
}
ALLOWED_HOSTS = host_names("ALLOWED_HOSTS")
SITE_ADDRESS = site_address(_address, ALLOWED_HOSTS)
CSRF_TRUSTED_ORIGINS = [SITE_ADDRESS]
_server = mail_server(_mail)
EMAIL_HOST, EMAIL_PORT = _server.host, _server.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _server.user, _server.password
EMAIL_USE_SSL, EMAIL_USE_TLS = _server.tls_from_start, _server.changes_to_tls
EMAIL_TIMEOUT = 30
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
LANGUAGE_COOKIE_SECURE = True
SECURE_SSL_REDIRECT = yes_or_no("SECURE_SSL_REDIRECT", "yes")
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
# The list of browsers that know us beforehand is for whoever owns the domain to join; it cannot be undone quickly.
SILENCED_SYSTEM_CHECKS = [*SILENCED_SYSTEM_CHECKS, "security.W021"]
