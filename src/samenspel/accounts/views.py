"""Pages about one's own account, besides those of the sign-in library (`sign_in_urls`)."""

from allauth.socialaccount.providers.openid_connect import views as oidc
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

from samenspel.accounts import actions, queries
from samenspel.accounts.access import PersonRequest, account_holder, has_second_factor, own_sign_in, public
from samenspel.accounts.forms.profile import ProfileForm, SecondStepForm

GOING_ON_TO = "after_second_step"
ARRANGE = {"passkey": "mfa_add_webauthn", "app": "mfa_activate_totp"}


@account_holder
def account(request: PersonRequest) -> HttpResponse:
    """Name, language, and the ways in: everything about one's own account on one page."""
    form = ProfileForm(request.POST or None, instance=request.user)
    if form.is_valid():
        actions.change_profile(by=request.user, **form.cleaned_data)
        with override(request.user.language):
            messages.success(request, _("Uw gegevens zijn bewaard."))
        return _in_language(redirect("accounts:account"), request.user.language)
    context = {"form": form, "ways": queries.ways_in_of(request.user), "arranged": has_second_factor(request)}
    return render(request, "accounts/account.html", context)


@account_holder
def second_factor(request: PersonRequest) -> HttpResponse:
    """Why a second step is needed and how to arrange it; shown to who may see care data and has none yet (L13)."""
    if request.method == "POST":
        form = SecondStepForm(request.POST)
        if form.is_valid():
            request.session[GOING_ON_TO] = form.cleaned_data["next"]
            return redirect(ARRANGE[form.cleaned_data["way"]])
    context = {
        "next": request.POST.get("next") or request.GET.get("next", ""),
        "compulsory": request.scope.sees_care_data,
        "arranged": has_second_factor(request),
    }
    return render(request, "accounts/second_factor.html", context)


@account_holder
@require_POST
def go_on(request: PersonRequest) -> HttpResponse:
    """After arranging the second step: to where somebody was going."""
    return redirect(request.session.pop(GOING_ON_TO, "") or settings.LOGIN_REDIRECT_URL)


@account_holder
@require_POST
def sign_out_elsewhere(request: PersonRequest) -> HttpResponse:
    """End this person's sessions on other phones and computers."""
    actions.sign_out_elsewhere(by=request.user, request=request)
    messages.success(request, _("U bent op alle andere apparaten uitgelogd. Hier blijft u ingelogd."))
    return redirect("accounts:account")


@own_sign_in
def to_organisation(request: HttpRequest, provider_id: str) -> HttpResponse:
    """On the way to the sign-in page of somebody's organisation (OIDC).

    Our forms may only be sent to ourselves, and a browser counts a redirect after a form as part of it; so the answer
    to the form is a page of our own, which goes on to the organisation.
    """
    answer: HttpResponse = oidc.login(request, provider_id)
    if isinstance(answer, HttpResponseRedirect):
        return render(request, "accounts/to_organisation.html", {"address": answer.url})
    return answer


@public
def switch_language(request: HttpRequest) -> HttpResponse:
    """Go on in the other language; who is signed in, or signs in next, keeps it for another time."""
    answer = set_language(request)
    language = request.POST.get("language", "")
    if language not in dict(settings.LANGUAGES):
        return answer
    if request.user.is_authenticated:
        actions.keep_language(by=request.user, language=language)
    else:
        request.session["chosen_language"] = language
    return answer


def _in_language(response: HttpResponse, language: str) -> HttpResponse:
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
        samesite="Lax",
    )
    return response
