"""The professional's door (P4.2): on one page, with the own organisation known or asked, and the client's yes."""

from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samenspel.helprequests.actions.asking import Asked, Outsider, Side, Wishes
from samenspel.helprequests.forms.onepage import OnePageForm
from samenspel.helprequests.rules import Door, HelperWish, Urgency
from samenspel.lib import texts
from samenspel.networks.models import Network, Organisation
from samenspel.people.actions.consent import Given
from samenspel.people.actions.persons import Details
from samenspel.people.rules import AgeBand, ConsentChannel, Giver, Purpose
from samenspel.people.words import consent_text


class ProfessionalForm(OnePageForm):
    """For who has an account and may refer: for which organisation. For others: which organisation, and a work mail."""

    SECTIONS: ClassVar[list[tuple[str | Promise, tuple[str, ...]]]] = [
        (gettext_lazy("Uw cliënt"), ("name", "phone", "age_band")),
        (gettext_lazy("Wie bent u?"), ("organisation", "organisation_name", "email")),
        (gettext_lazy("Toestemming"), ("given_by", "consent_channel", "agrees")),
    ]
    organisation = forms.ChoiceField(label=gettext_lazy("Namens welke organisatie vraagt u dit?"))
    organisation_name = texts.ShortTextField(
        label=gettext_lazy("Uw organisatie"), widget=forms.TextInput(attrs={"autocomplete": "organization"})
    )
    email = forms.EmailField(
        label=gettext_lazy("Uw e-mailadres op het werk"),
        help_text=gettext_lazy("U krijgt een mail met een link. Pas als u die opent, kan iemand de vraag lezen."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )

    def __init__(self, *args: Any, network: Network, organisations: list[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.organisations = {str(one.pk): one for one in organisations}
        unasked = ["organisation_name", "email"] if organisations else ["organisation"]
        if len(organisations) == 1:
            unasked.append("organisation")
        for name in unasked:
            del self.fields[name]
        if len(organisations) > 1:
            field = self.fields["organisation"]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101 -- declared above
            field.choices = [("", _("Kies")), *((key, one.name) for key, one in self.organisations.items())]
        agrees = self.fields["agrees"]
        agrees.label = _("Ja, ik heb dit besproken en mijn cliënt vindt het goed.")
        agrees.help_text = self._agreed_to(network)
        agrees.error_messages["required"] = _(
            "Zonder toestemming mogen wij de vraag niet lezen. Bespreek het eerst, of bel ons om te overleggen."
        )

    def _agreed_to(self, network: Network) -> str:
        """What the client says yes to, in the words that are kept with the consent (L5)."""
        who = next(iter(self.organisations.values())).name if len(self.organisations) == 1 else _("Mijn verwijzer")
        spoken = [
            consent_text(Purpose.HANDLE, receiver=network.name),
            consent_text(Purpose.REPORT_BACK, receiver=who),
        ]
        return " ".join(f"“{sentence}”" for sentence in spoken)

    @property
    def own(self) -> Organisation | None:
        """The one organisation for which this person refers."""
        return next(iter(self.organisations.values())) if len(self.organisations) == 1 else None

    @property
    def chosen(self) -> Organisation | None:
        """The known organisation for which is asked; None when the mail has to be verified first."""
        return self.own or self.organisations.get(self.cleaned_data.get("organisation", ""))


def asked_by_professional(
    network: Network, typed: dict[str, Any], *, organisation: Organisation | None, by: UUID | None, language: str
) -> Asked:
    """The question of a professional, from plain values; without an organisation it is an outsider's."""
    giver = Giver(typed["given_by"])
    given = Given(by=giver, channel=ConsentChannel(typed["consent_channel"]), asked_by=by)
    outsider = None
    if organisation is None:
        outsider = Outsider(organisation_name=typed["organisation_name"], email=typed["email"], language=language)
    return Asked(
        once=UUID(typed["once"]),
        network=network,
        door=Door.PROFESSIONAL,
        person=Side(details=details_of(typed), agreed=given, words=typed["words"]),
        kinds=tuple(typed["kinds"]),
        urgency=Urgency(typed["urgency"]),
        wishes=wishes_of(typed),
        organisation=organisation,
        outsider=outsider,
        by=by,
    )


def details_of(typed: dict[str, Any], **more: Any) -> Details:
    """Who it is for."""
    return Details(
        name=typed["name"],
        phone=typed["phone"],
        band=AgeBand(typed["age_band"]),
        area_code=typed["area"],
        is_represented=typed["given_by"] == Giver.REPRESENTATIVE.value,
        **more,
    )


def wishes_of(typed: dict[str, Any]) -> Wishes:
    """What they would like."""
    return Wishes(
        days=tuple(typed["wish_days"]),
        languages=tuple(typed["wish_languages"]),
        form=typed["wish_form"],
        helper=HelperWish(typed["wish_helper"]),
    )
