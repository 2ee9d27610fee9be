"""Inviting colleagues, choosing their roles, and accepting an invitation."""

from collections.abc import Collection
from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samenspel.accounts.roles import ROLES, Level
from samenspel.lib.texts import ShortTextField


class RolesForm(forms.Form):
    """The roles of one colleague at an organisation, each with what it means."""

    roles = forms.MultipleChoiceField(
        label=gettext_lazy("Rollen"),
        help_text=gettext_lazy("Kies alleen wat iemand nodig heeft. Meer dan één mag."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Kies ten minste één rol.")},
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["roles"]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 -- declared above
        field.choices = [
            (role.code, format_html('<strong>{}</strong> <span class="soft">{}</span>', role.name, role.description))
            for role in ROLES.values()
            if role.level is Level.ORGANISATION
        ]


class _NewAddressForm(forms.Form):
    """The address of somebody who is not here yet; `working` and `invited` are the addresses that are."""

    email = forms.EmailField()

    def __init__(
        self, *args: Any, working: Collection[str] = (), invited: Collection[str] = (), **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.working, self.invited = working, invited

    def clean_email(self) -> str:
        """Not somebody who is here already.

        Raises:
            ValidationError: the person works here, or has an open invitation.
        """
        email = str(self.cleaned_data["email"]).lower()
        if email in self.working:
            raise forms.ValidationError(_("Deze collega werkt hier al. U kunt de rollen veranderen in de lijst."))
        if email in self.invited:
            raise forms.ValidationError(_("Deze collega is al uitgenodigd. U kunt de mail nog een keer sturen."))
        return email


class InviteForm(_NewAddressForm, RolesForm):
    """Somebody new at an organisation: the address and the roles."""

    email = forms.EmailField(
        label=gettext_lazy("E-mailadres van uw collega"),
        help_text=gettext_lazy("Uw collega krijgt een link die één keer werkt. In de mail staat geen naam."),
    )
    field_order = ["email", "roles"]


class InviteCoordinatorForm(_NewAddressForm):
    """One more coordinator of a network."""

    email = forms.EmailField(
        label=gettext_lazy("E-mailadres van de nieuwe coördinator"),
        help_text=gettext_lazy("Deze persoon mag daarna hetzelfde als u, voor het hele netwerk."),
    )


class WelcomeForm(forms.Form):
    """Who accepts an invitation and has no account yet."""

    name = ShortTextField(
        label=gettext_lazy("Uw naam"),
        help_text=gettext_lazy("Zo zien uw collega's en de mensen met wie u werkt u terug."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
