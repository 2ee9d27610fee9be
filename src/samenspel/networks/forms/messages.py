"""Forms for writing to a network or an organisation, and for answering."""

from typing import Any

from django import forms
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from samenspel.lib import texts
from samenspel.lib.formfields import OnceField, PhoneField
from samenspel.networks.actions.messages import Letter
from samenspel.networks.models import Message
from samenspel.networks.rules import AnswerChannel, MessageKind


class ContactForm(forms.Form):
    """A question: a name, a way to answer, and what it is about (P0.16)."""

    kind = MessageKind.QUESTION
    name = texts.ShortTextField(label=gettext_lazy("Uw naam"), widget=forms.TextInput(attrs={"autocomplete": "name"}))
    email = forms.EmailField(
        label=gettext_lazy("Uw e-mailadres"),
        help_text=gettext_lazy("Vul uw e-mailadres of uw telefoonnummer in. Allebei mag ook."),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    phone = PhoneField(label=gettext_lazy("Uw telefoonnummer"), required=False)
    text = texts.FreeTextField(
        label=gettext_lazy("Uw bericht"),
        help_text=gettext_lazy("Een paar zinnen zijn genoeg. Zet hier geen burgerservicenummer (BSN) neer."),
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    once = OnceField()

    def clean(self) -> dict[str, Any]:
        """Without an address or a number nobody can answer."""
        cleaned = super().clean() or {}
        tried = self.data.get("email", "").strip() or self.data.get("phone", "").strip()
        if not tried:
            self.add_error("email", _("Vul een e-mailadres of telefoonnummer in. Anders kunnen wij niet antwoorden."))
        return cleaned

    def letter(self) -> Letter:
        """What was written, ready to send."""
        values = self.cleaned_data
        return Letter(
            once=values["once"],
            kind=self.kind,
            name=values["name"],
            email=values["email"],
            phone=values["phone"],
            text=values["text"],
            call_when=values.get("call_when", ""),
            language="en" if (get_language() or "").startswith("en") else "nl",
        )


class AdviserForm(ContactForm):
    """A talk with an adviser, without obligation: the adviser calls back (P3.10)."""

    kind = MessageKind.ADVISER
    field_order = ["name", "phone", "call_when", "email", "text", "once"]
    call_when = texts.ShortTextField(
        label=gettext_lazy("Wanneer kunnen wij u bellen?"),
        help_text=gettext_lazy("Bijvoorbeeld: dinsdag na 14 uur."),
        max_length=200,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["phone"].required = True
        self.fields["email"].help_text = ""
        self.fields["text"].label = _("Waarover wilt u praten?")


class AnswerForm(forms.Form):
    """An answer by mail, or a note of what was said on the phone. Only the ways that the sender left are offered."""

    channel = forms.ChoiceField(label=gettext_lazy("Hoe antwoordt u?"), widget=forms.RadioSelect)
    text = texts.FreeTextField(
        label=gettext_lazy("Uw antwoord"),
        help_text=gettext_lazy("Hebt u gebeld? Schrijf dan kort op wat u hebt afgesproken."),
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    once = OnceField()

    def __init__(self, *args: Any, message: Message, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        mail = (AnswerChannel.MAIL.value, _("Per mail. De ander krijgt deze tekst."))
        phone = (AnswerChannel.PHONE.value, _("Ik heb gebeld. Dit is mijn notitie, alleen voor ons."))
        ways = [way for way, possible in ((mail, message.sender_email), (phone, True)) if possible]
        channel = self.fields["channel"]
        assert isinstance(channel, forms.ChoiceField)  # noqa: S101 -- declared above
        channel.choices = ways
        channel.initial = ways[0][0]


class CloseForm(forms.Form):
    """Why a message needs no answer (any more)."""

    reason = texts.FreeTextField(
        label=gettext_lazy("Waarom sluit u dit bericht?"),
        help_text=gettext_lazy("Bijvoorbeeld: reclame, of al geholpen door een collega."),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
