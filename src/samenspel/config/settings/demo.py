"""The demo network on one machine: embedded database, mails kept in a folder, keys that are worth nothing."""

from samenspel.config.database import django_settings
from samenspel.config.environment import optional, required
from samenspel.config.settings.base import *

DEMO = True
SITE_PHONE = "0300 123 400"
PRIVACY_CONTACT = "privacy@meerlinden.example"
SECRET_KEY = "the demo keeps no secrets"
SEALING_KEYS = {"demo": "c2FtZW5zcGVsLWRlbW8ta2V5LW5vdC1hLXNlY3JldCE="}
LOOKUP_KEY = "the demo finds everybody"
DATABASES = {
    "default": django_settings(required("DATABASE_URL")[0]),
    "owner": django_settings(optional("DATABASE_OWNER_URL") or required("DATABASE_URL")[0])
    | {"ATOMIC_REQUESTS": False},
}
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = VAR / "mail"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedStaticFilesStorage"},
}
TEMPLATES[0]["OPTIONS"]["context_processors"].append(  # type: ignore[index]
    "samenspel.config.demonstration.context.practice"
)
