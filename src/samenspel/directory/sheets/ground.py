"""The ground a sheet is read on: the areas an organisation can name, and how a text becomes a neighbourhood."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from samenspel.directory import queries
from samenspel.directory.models import Offer
from samenspel.directory.sheets import choices
from samenspel.directory.sheets.choices import Choice, Unread
from samenspel.directory.sheets.columns import key
from samenspel.networks.models import Organisation
from samenspel.places import finding, rules
from samenspel.places import queries as places
from samenspel.places.finding import Found
from samenspel.places.models import Area
from samenspel.places.queries import Candidate
from samenspel.places.rules import AreaKind, Postcode

MOST_NAMED = 4
LEADING = ("heel ", "hele ", "gemeente ", "de gemeente ", "wijk ", "buurt ", "de wijk ", "de buurt ")


@dataclass
class Ground:
    """What the texts about places in one sheet are held against; a text is looked up once."""

    areas: Choice
    neighbourhoods: Choice
    places_of: dict[str, str]
    postcodes: dict[Postcode, list[Candidate]] = field(default_factory=dict)
    _found: dict[str, str | Unread] = field(default_factory=dict)

    def where(self, text: str) -> str:
        """The code of the neighbourhood that a text stands for: a name, or a postcode with a house number.

        Raises:
            Unread: none, or one of several.
        """
        code = self.neighbourhoods.codes.get(key(text))
        if code:
            return code
        if text not in self._found:
            self._found[text] = self._looked_up(text)
        answer = self._found[text]
        if isinstance(answer, Unread):
            raise answer
        return answer

    def _looked_up(self, text: str) -> str | Unread:
        postcode = rules.read_postcode(text)
        if isinstance(postcode, Postcode) and postcode in self.postcodes:
            sentence = _("De postcode %(postcode)s kennen wij niet. Controleer hem, of typ de naam van de buurt.")
            candidates = self.postcodes[postcode]
            found = Found("" if candidates else sentence % {"postcode": postcode}, candidates)
        else:
            found = finding.find(text, kinds=(AreaKind.NEIGHBOURHOOD,), most=40)
        if found.problem:
            return Unread(found.problem)
        if len(found.candidates) > 1:
            names = ", ".join(str(candidate.area) for candidate in found.candidates[:MOST_NAMED])
            sentence = _(
                "Er zijn meer buurten mogelijk: %(names)s. Schrijf de naam van de buurt met de gemeente erbij."
            )
            return Unread(sentence % {"names": names})
        return found.candidates[0].area.pk if found.candidates else Unread(_("Dit is geen buurt of postcode."))


def ground_of(organisation: Organisation, offers: Sequence[Offer], *, wheres: Iterable[str] = ()) -> Ground:
    """The ground for one organisation with these offers and these texts that say where; a few questions in all."""
    located = [offer for offer in offers if offer.longitude is not None and offer.latitude is not None]
    codes = places.codes_at([(offer.longitude or 0.0, offer.latitude or 0.0) for offer in located])
    places_of = {str(offer.pk): code or "" for offer, code in zip(located, codes, strict=True)}
    named = {*(code for offer in offers for code in offer.area_codes), *places_of.values()}
    allowed = queries.areas_for_sheet(organisation, others=named)
    neighbourhoods = [area for area in allowed if area.kind == AreaKind.NEIGHBOURHOOD]
    typed = {rules.read_postcode(text) for text in wheres}
    postcodes = places.by_postcodes([one for one in typed if isinstance(one, Postcode)])
    return Ground(choice_of(allowed), choice_of(neighbourhoods), places_of, postcodes)


def choice_of(areas: Iterable[Area]) -> Choice:
    """Areas by name; where two share a name the layer stands behind it, and where that is shared too the code."""
    areas = list(areas)
    plain = Counter(key(area.name) for area in areas)
    labels = {area.pk: f"{area.name} ({area.kind_label})" for area in areas}
    shared = Counter(key(label) for label in labels.values())
    names = {
        area.pk: area.name
        if plain[key(area.name)] == 1
        else (labels[area.pk] if shared[key(labels[area.pk])] == 1 else area.pk)
        for area in areas
    }
    others = {code: [label, *(f"{word}{names[code]}" for word in LEADING)] for code, label in labels.items()}
    unique = {code: [word for word in words if shared[key(labels[code])] == 1] for code, words in others.items()}
    return choices.of(names.items(), unique)
