"""Forms of the board: ask or offer, answer, and tell what came of it."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samenspel.lib import clock, texts
from samenspel.lib.formfields import OnceField
from samenspel.networks.actions.board import Words
from samenspel.networks.models import BoardPost, Organisation
from samenspel.networks.models.board import THEME_TEXTS
from samenspel.networks.rules import PostKind, has_expired

LONGEST_ON_BOARD = timedelta(days=366)


class _AsOrganisation(forms.Form):
    """A form that is sent for one of the organisations somebody works for; with one there is nothing to choose."""

    organisation = forms.ChoiceField(label=gettext_lazy("Namens welke organisatie?"))

    def __init__(self, *args: Any, organisations: Sequence[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._organisations = {str(one.pk): one for one in organisations}
        if len(organisations) < 2:  # noqa: PLR2004 -- nothing to choose
            del self.fields["organisation"]
            return
        field = self.fields["organisation"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 -- declared above
        field.choices = [(str(one.pk), one.name) for one in organisations]

    def chosen(self) -> Organisation:
        """The organisation it is sent for."""
        chosen = self.cleaned_data.get("organisation")
        return self._organisations[chosen] if chosen else next(iter(self._organisations.values()))


class PostForm(_AsOrganisation):
    """A need or an offer."""

    field_order = ["organisation", "kind", "theme", "title", "text", "until_on", "once"]
    kind = forms.ChoiceField(
        label=gettext_lazy("Vraagt of biedt u iets?"),
        widget=forms.RadioSelect,
        choices=[
            (PostKind.NEED.value, gettext_lazy("Wij zoeken")),
            (PostKind.OFFER.value, gettext_lazy("Wij bieden")),
        ],
    )
    theme = forms.ChoiceField(
        label=gettext_lazy("Waar gaat het over?"), choices=[("", gettext_lazy("Kies een onderwerp")), *THEME_TEXTS]
    )
    title = texts.ShortTextField(
        label=gettext_lazy("Titel"),
        help_text=gettext_lazy("Bijvoorbeeld: een zaal voor 20 mensen op dinsdagmiddag."),
        max_length=100,
    )
    text = texts.FreeTextField(
        label=gettext_lazy("Toelichting"),
        help_text=gettext_lazy("Noem geen namen van mensen die hulp krijgen."),
        max_length=1500,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    until_on = forms.DateField(
        label=gettext_lazy("Tot wanneer?"),
        help_text=gettext_lazy("Na deze dag gaat het vanzelf van het prikbord."),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    once = OnceField()

    def clean_until_on(self) -> Any:
        """A last day is not in the past, and not further than a year away."""
        day = self.cleaned_data["until_on"]
        today = clock.today()
        if has_expired(until_on=day, today=today):
            raise ValidationError(_("Deze dag is al voorbij. Kies vandaag of een latere dag."), code="past")
        if day and day > today + LONGEST_ON_BOARD:
            raise ValidationError(_("Kies een dag binnen een jaar. Verlengen kan altijd."), code="far")
        return day

    def words(self) -> Words:
        """What the post says."""
        return Words(**{name: self.cleaned_data[name] for name in ("kind", "theme", "title", "text", "until_on")})

    @staticmethod
    def values_of(post: BoardPost) -> dict[str, Any]:
        """What the form shows of a post that is there already."""
        return {name: getattr(post, name) for name in ("kind", "theme", "title", "text", "until_on")}


class ReplyForm(_AsOrganisation):
    """An answer to a post."""

    field_order = ["organisation", "text", "once"]
    text = texts.FreeTextField(
        label=gettext_lazy("Uw reactie"),
        help_text=gettext_lazy("Alle partners van het netwerk kunnen dit lezen."),
        max_length=1500,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    once = OnceField()


class OutcomeForm(forms.Form):
    """What came of a post."""

    outcome = texts.ShortTextField(
        label=gettext_lazy("Wat is het geworden?"),
        help_text=gettext_lazy("Bijvoorbeeld: de bus van Meerzorg, of: niet gelukt."),
        max_length=200,
    )
