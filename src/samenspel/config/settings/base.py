"""What is true everywhere: contexts, middleware, sign-in, look, security."""

from datetime import timedelta
from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from samenspel.config.environment import listed, number, optional

ROOT = Path(__file__).resolve().parents[4]
PACKAGE = Path(__file__).resolve().parents[2]
VAR = Path(optional("SAMENSPEL_VAR", str(ROOT / "var")))
RETENTION_REGISTER = PACKAGE / "config" / "retention.yaml"

DEBUG = False
DEMO = False
CONTEXTS = [
    "config",
    "web",
    "api",
    "referrals",
    "helprequests",
    "finding",
    "directory",
    "people",
    "journal",
    "networks",
    "audit",
    "privacy",
    "accounts",
    "places",
    "design",
]
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    *(f"samenspel.{context}" for context in CONTEXTS),
    "django.forms",  # below design, whose widget templates win
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "django_htmx",
    "template_partials.apps.SimpleAppConfig",
    "procrastinate.contrib.django",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "samenspel.accounts.middleware.not_kept",
    "samenspel.accounts.middleware.idle_time",
    "samenspel.networks.middleware.scope",
    "samenspel.audit.middleware.looks",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "samenspel.config.urls"
WSGI_APPLICATION = "samenspel.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": False,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "samenspel.web.context.page_frame",
            ],
            "loaders": [
                (
                    "template_partials.loader.Loader",
                    [
                        (
                            "django.template.loaders.cached.Loader",
                            ["django.template.loaders.app_directories.Loader"],
                        )
                    ],
                )
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "template_partials.templatetags.partials",
            ],
        },
    }
]
FORM_RENDERER = "samenspel.design.renderers.FormRenderer"
# One account per address is held by a constraint on the lower-cased address, which this check does not see.
SILENCED_SYSTEM_CHECKS = ["auth.W004"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Finding
FINDING_LOOK_EVERY_SECONDS = 0.5  # what a process knows of the offers is never older than this

# Language and time
LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", _("Nederlands")), ("en", _("Engels"))]
LOCALE_PATHS = [PACKAGE / "lib" / "locale"]  # lib is no app, so Django does not look there by itself
TIME_ZONE = "Europe/Amsterdam"
USE_I18N = True
USE_TZ = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_HTTPONLY = True

# Files
STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = Path(optional("SAMENSPEL_MEDIA", str(VAR / "media")))
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
FILE_UPLOAD_LIMIT = 33 * 1024 * 1024  # the heaviest file of any form is 32 MB; forms set their own below it
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "samenspel.lib.uploads.BoundedFiles",
]

# Sign-in (django-allauth)
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "web:today"
ACCOUNT_ADAPTER = "samenspel.accounts.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1"]  # without password here nobody could sign in with one
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 3
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ALLAUTH_USER_CODE_FORMAT = {"numeric": True, "length": 8, "dashed": True}
ALLAUTH_TRUSTED_PROXY_COUNT = number("TRUSTED_PROXIES", 0)
# On top of the library's own limits: a mailed code of 8 digits cannot be guessed at this pace
ACCOUNT_RATE_LIMITS = {"request_login_code": "60/h/ip,10/h/key", "signup": "20/h/ip"}
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 900
ACCOUNT_USER_DISPLAY = "samenspel.accounts.models.display_name"
_forms = "samenspel.accounts.forms"
ACCOUNT_FORMS = {
    "login": f"{_forms}.sign_in.LoginForm",
    "request_login_code": f"{_forms}.sign_in.RequestCodeForm",
    "confirm_login_code": f"{_forms}.sign_in.LoginCodeForm",
    "signup": f"{_forms}.sign_in.SignupForm",
    "confirm_email_verification_code": f"{_forms}.sign_in.AddressCodeForm",
    "reset_password": f"{_forms}.sign_in.ResetPasswordForm",
    "confirm_password_reset_code": f"{_forms}.sign_in.ResetCodeForm",
    "reset_password_from_key": f"{_forms}.sign_in.NewPasswordForm",
    "set_password": f"{_forms}.sign_in.SetPasswordForm",
    "change_password": f"{_forms}.sign_in.ChangePasswordForm",
    "add_email": f"{_forms}.sign_in.AddressForm",
    "reauthenticate": f"{_forms}.sign_in.PasswordAgainForm",
}
MFA_ADAPTER = "samenspel.accounts.adapter.MFAAdapter"
MFA_FORMS = {
    "authenticate": f"{_forms}.second_step.AuthenticateForm",
    "reauthenticate": f"{_forms}.second_step.ReauthenticateForm",
    "activate_totp": f"{_forms}.second_step.ActivateAppForm",
    "login_webauthn": f"{_forms}.second_step.LoginPasskeyForm",
    "authenticate_webauthn": f"{_forms}.second_step.UsePasskeyForm",
    "reauthenticate_webauthn": f"{_forms}.second_step.UsePasskeyAgainForm",
    "add_webauthn": f"{_forms}.second_step.AddPasskeyForm",
    "edit_webauthn": f"{_forms}.second_step.RenamePasskeyForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Samenspel"
MFA_TOTP_TOLERANCE = 1  # a phone whose clock is half a minute off
SOCIALACCOUNT_ADAPTER = "samenspel.accounts.adapter.SocialAccountAdapter"
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False
SOCIALACCOUNT_ONLY = False
SOCIALACCOUNT_QUERY_EMAIL = True
SOCIALACCOUNT_PROVIDERS: dict[str, dict[str, object]] = {}
if optional("OIDC_SERVER"):
    SOCIALACCOUNT_PROVIDERS["openid_connect"] = {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": "organisatie",
                "name": optional("OIDC_NAME", "uw organisatie"),
                "client_id": optional("OIDC_CLIENT_ID"),
                "secret": optional("OIDC_CLIENT_SECRET"),
                "settings": {"server_url": optional("OIDC_SERVER")},
            }
        ],
    }

# Sessions
SESSION_ENGINE = "samenspel.accounts.sessions"
SESSION_COOKIE_NAME = "samenspel"
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_HTTPONLY = True
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_IDLE = timedelta(minutes=number("SESSION_IDLE_MINUTES", 30, least=1))
SESSION_LONGEST = timedelta(hours=12)
SESSION_COOKIE_AGE = int(SESSION_LONGEST.total_seconds())
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "samenspel.web.errors.csrf_failure"

# Security headers
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
ALLOWED_HOSTS = ["127.0.0.1", "localhost", *listed("ALLOWED_HOSTS")]

# Mail
DEFAULT_FROM_EMAIL = optional("MAIL_FROM", "Samenspel <samenspel@localhost>")
SITE_ADDRESS = optional("SITE_ADDRESS", "http://127.0.0.1:8000")
PRIVACY_CONTACT = optional("PRIVACY_CONTACT")
# The number on pages that belong to no network; a network shows its own.
SITE_PHONE = optional("SITE_PHONE")
SECURITY_EMAIL = optional("SECURITY_EMAIL", "security@localhost")

# Text messages: the dotted name of a function `send(to, text)` of your own supplier; empty is none
SMS_SENDER = optional("SMS_SENDER")

# After so many days without a word of its owner an offer is asked after: does this still hold?
OFFER_CONFIRM_DAYS = int(optional("OFFER_CONFIRM_DAYS", "90"))

# Referrals: how long a link to answer without an account works, when whose turn it is gets one reminder, and when a
# referral without an answer goes back
REFERRAL_LINK_DAYS = int(optional("REFERRAL_LINK_DAYS", "8"))
REFERRAL_REMIND_DAYS = int(optional("REFERRAL_REMIND_DAYS", "10"))
REFERRAL_EXPIRE_DAYS = int(optional("REFERRAL_EXPIRE_DAYS", "30"))

# Background work: done work leaves nothing behind, because a job's arguments are about somebody
PROCRASTINATE_IMPORT_PATHS = ["samenspel.lib.mail", "samenspel.lib.sms"]
PROCRASTINATE_WORKER_DEFAULTS = {"delete_jobs": "successful"}

# Shared by all processes; rate limits count here
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "config_cache",
    }
}
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": optional("LOG_LEVEL", "WARNING")},
}
