"""The form with which an organisation describes what it offers, and the one number beside 'is there room'."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samenspel.directory import words
from samenspel.directory.models import FORM_TEXTS, PROVIDER_TEXTS, Offer
from samenspel.directory.rules import MOST_PLACES, MOST_WEEKS, Capacity, OfferForm, OfferProvider, Room
from samenspel.lib import texts
from samenspel.lib.formfields import OnceField, PhoneField, PictureField

KIND_FIELDS = ("kind", "second_kind", "third_kind")
NOT_KEPT = {"csrfmiddlewaretoken", "picture", "without_picture", "once"}
MOST_KEPT, LONGEST_KEPT = 250, 4000
SECTIONS: tuple[tuple[str | Promise, tuple[str, ...]], ...] = (
    (gettext_lazy("Wat is het?"), ("name", "description", *KIND_FIELDS, "way", "provider")),
    (gettext_lazy("Voor wie?"), ("target_groups", "conditions", "wishes", "languages")),
    (gettext_lazy("Waar en wanneer?"), ("area_codes", "address", "days", "day_parts", "cost")),
    (gettext_lazy("Aanmelden"), ("how_to_apply", "contact_name", "contact_phone", "contact_email")),
    (gettext_lazy("Foto"), ("picture", "without_picture", "picture_alt")),
)


@dataclass(frozen=True)
class Section:
    """A part of the form with its heading."""

    title: str | Promise
    fields: list[BoundField]


def _several(label: Any, choices: Sequence[tuple[str, str | Promise]] = (), **options: Any) -> Any:
    """A question to which several answers can be ticked."""
    widget = forms.CheckboxSelectMultiple
    return forms.MultipleChoiceField(label=label, choices=choices, widget=widget, required=False, **options)


class DescribeForm(forms.Form):
    """Everything that people read about an offer."""

    name = texts.ShortTextField(
        label=gettext_lazy("Hoe heet het?"),
        help_text=gettext_lazy("Bijvoorbeeld: Bezoek aan huis voor ouderen."),
        max_length=100,
    )
    description = texts.FreeTextField(
        label=gettext_lazy("Wat kunnen mensen verwachten?"),
        help_text=gettext_lazy("Schrijf in gewone woorden wat u doet, hoe vaak en met wie."),
    )
    kind = forms.ChoiceField(label=gettext_lazy("Welke soort hulp is dit vooral?"))
    second_kind = forms.ChoiceField(label=gettext_lazy("Ook nog een andere soort?"), required=False)
    third_kind = forms.ChoiceField(label=gettext_lazy("En nog een soort?"), required=False)
    way = forms.ChoiceField(  # not "form": a control of that name hides the form from scripts in the page
        label=gettext_lazy("Hoe helpt u?"),
        choices=FORM_TEXTS,
        widget=forms.RadioSelect,
        initial=OfferForm.ONE_TO_ONE.value,
    )
    provider = forms.ChoiceField(
        label=gettext_lazy("Wie helpen er?"),
        choices=PROVIDER_TEXTS,
        widget=forms.RadioSelect,
        initial=OfferProvider.VOLUNTEER.value,
    )
    target_groups = _several(
        gettext_lazy("Voor wie is het?"),
        words.TARGET_TEXTS,
        help_text=gettext_lazy("Kiest u niets, dan is het voor iedereen."),
    )
    conditions = texts.FreeTextField(
        label=gettext_lazy("Wat moet echt?"),
        help_text=gettext_lazy("Alleen een harde eis. Wie daar niet aan voldoet, kan hier niet terecht."),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    wishes = texts.FreeTextField(
        label=gettext_lazy("Wat is fijn, maar hoeft niet?"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    languages = _several(gettext_lazy("In welke talen kan het?"), words.LANGUAGE_TEXTS, initial=["nl"])
    area_codes = _several(
        gettext_lazy("In welk gebied helpt u?"),
        help_text=gettext_lazy("Kies de hele gemeente, of alleen de wijken en buurten waar u komt."),
    )
    address = texts.ShortTextField(
        label=gettext_lazy("Waar is het?"),
        help_text=gettext_lazy("Straat, nummer en plaats. Komt u bij mensen thuis? Laat het dan leeg."),
        max_length=200,
        required=False,
    )
    days = _several(gettext_lazy("Op welke dagen?"), words.DAY_TEXTS)
    day_parts = _several(gettext_lazy("Op welk deel van de dag?"), words.PART_TEXTS)
    cost = texts.ShortTextField(
        label=gettext_lazy("Wat kost het?"), help_text=gettext_lazy("Bijvoorbeeld: gratis."), required=False
    )
    how_to_apply = texts.FreeTextField(
        label=gettext_lazy("Hoe meldt iemand zich aan?"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    contact_name = texts.ShortTextField(label=gettext_lazy("Naar wie kan iemand vragen?"), required=False)
    contact_phone = PhoneField(label=gettext_lazy("Telefoonnummer"), required=False)
    contact_email = forms.EmailField(label=gettext_lazy("E-mailadres"), required=False)
    picture = PictureField(
        label=gettext_lazy("Foto"),
        help_text=gettext_lazy("Een jpg, png, gif of webp van hoogstens 5 MB. Plaats en datum halen wij eruit."),
        required=False,
    )
    without_picture = forms.BooleanField(label=gettext_lazy("Haal de foto weg die er nu staat"), required=False)
    picture_alt = texts.ShortTextField(
        label=gettext_lazy("Wat is er op de foto te zien?"), max_length=200, required=False
    )
    once = OnceField()

    def __init__(
        self, data: Any = None, files: Any = None, *, offer: Offer | None = None, areas: Sequence[tuple[str, str]]
    ) -> None:
        self.offer = offer
        super().__init__(data, files, initial=shown(offer) if offer else None)
        for name in KIND_FIELDS:
            self._choose(name, words.kind_choices())
        self._choose("area_codes", areas)
        if not areas:
            del self.fields["area_codes"]
        if offer is None or not offer.picture:
            del self.fields["without_picture"]

    def _choose(self, name: str, choices: Sequence[Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 -- declared above
        field.choices = choices

    @property
    def sections(self) -> list[Section]:
        """The fields under their headings."""
        return [Section(title, [self[name] for name in names if name in self.fields]) for title, names in SECTIONS]

    def clean(self) -> dict[str, Any]:
        """A picture always has words, for who cannot see it."""
        cleaned = super().clean() or {}
        stays = self.offer is not None and self.offer.picture and not cleaned.get("without_picture")
        if (cleaned.get("picture") or stays) and not cleaned.get("picture_alt") and "picture_alt" not in self.errors:
            self.add_error("picture_alt", _("Schrijf in één zin wat er op de foto te zien is."))
        return cleaned

    def values(self) -> dict[str, Any]:
        """What goes in the columns of the offer."""
        apart = {*KIND_FIELDS, "way", "picture", "without_picture", "once"}
        plain = {name: value for name, value in self.cleaned_data.items() if name not in apart}
        kinds = dict.fromkeys(self.cleaned_data[name] for name in KIND_FIELDS if self.cleaned_data[name])
        return plain | {"kinds": list(kinds), "form": self.cleaned_data["way"]}

    def typed(self) -> dict[str, list[str]]:
        """What was typed, to keep as it is; a number that may be a BSN is never kept, nor what no field asks for."""
        self.is_valid()
        refused = {name for name, errors in self.errors.as_data().items() if any(one.code == "bsn" for one in errors)}
        names = set(self.fields) - refused - NOT_KEPT
        data: Any = self.data
        return {
            name: [texts.clean(one)[:LONGEST_KEPT] for one in data.getlist(name)[:MOST_KEPT]]
            for name in sorted(names)
            if name in data
        }


def shown(offer: Offer) -> dict[str, Any]:
    """What the form shows of an offer: what was typed and not published, else what everybody reads."""
    if offer.unsaved is not None:
        several = {name for name, field in DescribeForm.base_fields.items() if _takes_several(field)}
        return {name: kept if name in several else kept[-1] for name, kept in offer.unsaved.items() if kept}
    names = [name for name in DescribeForm.base_fields if name != "picture" and hasattr(offer, name)]
    kinds = dict(zip(KIND_FIELDS, offer.kinds, strict=False))
    return {name: getattr(offer, name) for name in names} | kinds | {"way": offer.form}


def _takes_several(field: forms.Field) -> bool:
    return isinstance(field, forms.MultipleChoiceField)


class RoomForm(forms.Form):
    """Is there room? One tap says so; a number can go with it."""

    capacity = forms.ChoiceField(choices=[(one.value, one.value) for one in Capacity if one != Capacity.UNKNOWN])
    number = forms.IntegerField(required=False, min_value=0)

    def room(self) -> Room:
        """What was said; no places is full, and a number beyond what can be meant becomes the highest."""
        return room_of(self.cleaned_data)


def room_of(said: Mapping[str, Any]) -> Room:
    """Room, waiting list or full, with the number that goes with it."""
    capacity, number = Capacity(said["capacity"]), said["number"]
    if capacity == Capacity.ROOM and number is not None:
        return Room(Capacity.ROOM, free_places=min(number, MOST_PLACES)) if number else Room(Capacity.FULL)
    if capacity == Capacity.WAITING and number:
        return Room(Capacity.WAITING, waiting_weeks=min(number, MOST_WEEKS))
    return Room(capacity)
