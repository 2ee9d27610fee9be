"""Addresses of the pages that the sign-in library (django-allauth) brings, under Dutch names.

Listed one by one: what is not here, such as signing up through a social network or a phone number, does not exist in
our house. The names are the library's own, because it looks its pages up by them.
"""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkey
from allauth.socialaccount import views as connected
from allauth.socialaccount.providers.openid_connect import views as oidc
from django.urls import URLPattern, URLResolver, path

from samenspel.accounts import views

SIGN_IN: list[URLPattern | URLResolver] = [
    path("inloggen/", account.login, name="account_login"),
    path("inloggen/code/", account.request_login_code, name="account_request_login_code"),
    path("inloggen/code/invullen/", account.confirm_login_code, name="account_confirm_login_code"),
    path("inloggen/toegangssleutel/", passkey.login_webauthn, name="mfa_login_webauthn"),
    path("inloggen/tweede-stap/", mfa.authenticate, name="mfa_authenticate"),
    path("uitloggen/", account.logout, name="account_logout"),
    path("gesloten/", account.account_inactive, name="account_inactive"),
    path("maken/", account.signup, name="account_signup"),
    path("maken/code/", account.email_verification_sent, name="account_email_verification_sent"),
]
CONFIRM_AGAIN: list[URLPattern | URLResolver] = [
    path("opnieuw/", account.reauthenticate, name="account_reauthenticate"),
    path("opnieuw/tweede-stap/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("opnieuw/toegangssleutel/", passkey.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
]
ADDRESS_AND_PASSWORD: list[URLPattern | URLResolver] = [
    path("e-mail/", account.email, name="account_email"),
    path("wachtwoord/wijzigen/", account.password_change, name="account_change_password"),
    path("wachtwoord/kiezen/", account.password_set, name="account_set_password"),
    path("wachtwoord/vergeten/", account.password_reset, name="account_reset_password"),
    path("wachtwoord/vergeten/code/", account.confirm_password_reset_code, name="account_confirm_password_reset_code"),
    path("wachtwoord/vergeten/nieuw/", account.complete_password_reset, name="account_complete_password_reset"),
    path("wachtwoord/vergeten/klaar/", account.password_reset_from_key_done, name="account_password_reset_completed"),
]
SECOND_STEP: list[URLPattern | URLResolver] = [
    path("beveiliging/", mfa.index, name="mfa_index"),
    path("beveiliging/app/", totp.activate_totp, name="mfa_activate_totp"),
    path("beveiliging/app/weghalen/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("beveiliging/reservecodes/", recovery_codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("beveiliging/reservecodes/nieuw/", recovery_codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path(
        "beveiliging/reservecodes/bewaren/",
        recovery_codes.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
    path("beveiliging/toegangssleutels/", passkey.list_webauthn, name="mfa_list_webauthn"),
    path("beveiliging/toegangssleutels/nieuw/", passkey.add_webauthn, name="mfa_add_webauthn"),
    path("beveiliging/toegangssleutels/<int:pk>/", passkey.edit_webauthn, name="mfa_edit_webauthn"),
    path("beveiliging/toegangssleutels/<int:pk>/weghalen/", passkey.remove_webauthn, name="mfa_remove_webauthn"),
]
ORGANISATION_SIGN_IN: list[URLPattern | URLResolver] = [
    path("koppelingen/", connected.connections, name="socialaccount_connections"),
    path("koppelingen/afgebroken/", connected.login_cancelled, name="socialaccount_login_cancelled"),
    path("koppelingen/mislukt/", connected.login_error, name="socialaccount_login_error"),
    path("koppelingen/maken/", connected.signup, name="socialaccount_signup"),
    path("oidc/<slug:provider_id>/", views.to_organisation, name="openid_connect_login"),
    path("oidc/<slug:provider_id>/terug/", oidc.callback, name="openid_connect_callback"),
]
urlpatterns = [*SIGN_IN, *CONFIRM_AGAIN, *ADDRESS_AND_PASSWORD, *SECOND_STEP, *ORGANISATION_SIGN_IN]
