"""The form with which an organisation describes what it offers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samenspel.directory import queries, words
from samenspel.directory.models import FORM_TEXTS, PROVIDER_TEXTS, Offer
from samenspel.directory.rules import OfferForm, OfferProvider
from samenspel.lib import texts
from samenspel.lib.formfields import OnceField, PhoneField, PictureField
from samenspel.places import queries as places
from samenspel.places.forms import LONGEST, PlaceForm
from samenspel.places.models import AreaEdition

KIND_FIELDS = ("kind", "second_kind", "third_kind")
LONGEST_TOLD = 90
NOT_KEPT = {"csrfmiddlewaretoken", "picture", "without_picture", "once"}
MOST_KEPT, LONGEST_KEPT = 250, 4000
SECTIONS: tuple[tuple[str | Promise, tuple[str, ...]], ...] = (
    (gettext_lazy("Wat is het?"), ("name", "description", *KIND_FIELDS, "way", "provider")),
    (gettext_lazy("Voor wie?"), ("target_groups", "conditions", "wishes", "languages")),
    (
        gettext_lazy("Waar en wanneer?"),
        ("area_codes", "where", "choice", "address", "days", "day_parts", "times", "cost"),
    ),
    (gettext_lazy("Aanmelden"), ("how_to_apply", "contact_name", "contact_phone", "contact_email")),
    (gettext_lazy("Foto"), ("picture", "without_picture", "picture_alt")),
)


@dataclass(frozen=True)
class Section:
    """A part of the form that folds: its heading, its fields, and in a few words what is filled in."""

    title: str | Promise
    fields: list[BoundField]
    told: str
    is_open: bool


def _several(label: Any, choices: Sequence[tuple[str, str | Promise]] = (), **options: Any) -> Any:
    """A question to which several answers can be ticked."""
    widget = forms.CheckboxSelectMultiple
    return forms.MultipleChoiceField(label=label, choices=choices, widget=widget, required=False, **options)


class DescribeForm(PlaceForm):
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
    where = texts.ShortTextField(
        label=gettext_lazy("In welke buurt is het?"),
        help_text=gettext_lazy(
            "Postcode met huisnummer, of de naam van de buurt. Is het bij mensen thuis of via de telefoon? "
            "Laat dit dan leeg."
        ),
        max_length=LONGEST,
        required=False,
    )
    address = texts.ShortTextField(
        label=gettext_lazy("Op welk adres is het?"),
        help_text=gettext_lazy("Straat, nummer en plaats, zoals mensen het lezen."),
        max_length=200,
        required=False,
    )
    days = _several(gettext_lazy("Op welke dagen?"), words.DAY_TEXTS)
    day_parts = _several(gettext_lazy("Op welk deel van de dag?"), words.PART_TEXTS)
    times = texts.ShortTextField(
        label=gettext_lazy("Hoe laat?"), help_text=gettext_lazy("Bijvoorbeeld: 9.00 - 12.00 uur."), required=False
    )
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
        self.place_now = queries.place_of(offer) if offer else None
        super().__init__(data, files, initial=shown(offer, where=str(self.place_now or "")) if offer else None)
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
        """The fields under their headings; open are the first and where something is wrong."""
        return [
            self._section(number, title, [self[name] for name in names if name in self.fields])
            for number, (title, names) in enumerate(SECTIONS)
        ]

    def _section(self, number: int, title: str | Promise, fields: list[BoundField]) -> Section:
        told = " · ".join(part for field in fields for part in _told(field))
        is_open = number == 0 or any(field.errors for field in fields)
        return Section(title, fields, f"{told[:LONGEST_TOLD].rstrip()}…" if len(told) > LONGEST_TOLD else told, is_open)

    def clean(self) -> dict[str, Any]:
        """A picture always has words, for who cannot see it; a place that is given is one that we know."""
        cleaned: dict[str, Any] = self.cleaned_data
        if cleaned.get("where"):
            cleaned = super().clean()
        stays = self.offer is not None and self.offer.picture and not cleaned.get("without_picture")
        if (cleaned.get("picture") or stays) and not cleaned.get("picture_alt") and "picture_alt" not in self.errors:
            self.add_error("picture_alt", _("Schrijf in één zin wat er op de foto te zien is."))
        if self.area and "where" not in self.errors and not self._stays_there() and self._centre() is None:
            self.add_error("where", _("Van deze buurt hebben wij geen kaart. Kies een buurt ernaast."))
        return cleaned

    def _stays_there(self) -> bool:
        """Whether the neighbourhood is that of the point we have, which may be more exact than its centre."""
        return self.area is not None and self.place_now == self.area

    def _centre(self) -> AreaEdition | None:
        return places.latest_edition(self.area) if self.area else None

    def _point(self) -> dict[str, float | None]:
        """Where it happens; nothing when that stays as it is, also for a point of which we know no neighbourhood."""
        nowhere_known = self.offer is not None and self.offer.longitude is not None and self.place_now is None
        if self._stays_there() or (nowhere_known and self.area is None):
            return {}
        centre = self._centre()
        return {
            "longitude": centre.centre_lon if centre else None,
            "latitude": centre.centre_lat if centre else None,
        }

    def values(self) -> dict[str, Any]:
        """What goes in the columns of the offer."""
        apart = {*KIND_FIELDS, "way", "picture", "without_picture", "once", "where", "choice"}
        plain = {name: value for name, value in self.cleaned_data.items() if name not in apart}
        kinds = dict.fromkeys(self.cleaned_data[name] for name in KIND_FIELDS if self.cleaned_data[name])
        return plain | {"kinds": list(kinds), "form": self.cleaned_data["way"]} | self._point()

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


def shown(offer: Offer, *, where: str = "") -> dict[str, Any]:
    """What the form shows of an offer: what was typed and not published, else what everybody reads."""
    if offer.unsaved is not None:
        several = {name for name, field in DescribeForm.base_fields.items() if _takes_several(field)}
        return {name: kept if name in several else kept[-1] for name, kept in offer.unsaved.items() if kept}
    names = [name for name in DescribeForm.base_fields if name != "picture" and hasattr(offer, name)]
    kinds = dict(zip(KIND_FIELDS, offer.kinds, strict=False))
    return {name: getattr(offer, name) for name in names} | kinds | {"way": offer.form, "where": where}


def _takes_several(field: forms.Field) -> bool:
    return isinstance(field, forms.MultipleChoiceField)


def _told(field: BoundField) -> Iterator[str]:
    """What is filled in, in words: texts as they are, choices by their names."""
    value = field.value()
    if isinstance(field.field, forms.ChoiceField) and field.name != "choice":
        chosen = {value} if isinstance(value, str) else set(value or ())
        yield from (str(text) for code, text in _flat(field.field.choices) if code and code in chosen)
    elif isinstance(value, str) and value:
        yield texts.clean_line(value)[:LONGEST_TOLD]


def _flat(choices: Any) -> Iterator[tuple[str, Any]]:
    """Choices without the groups that they stand in."""
    for code, text in choices:
        if isinstance(text, list | tuple):
            yield from text
        else:
            yield code, text
