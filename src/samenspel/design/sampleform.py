"""The form of the style guide: one field of every kind the renderer draws."""

from django import forms
from django.utils.translation import gettext_lazy as _


class SampleForm(forms.Form):
    """A request for company, as a sample. Nothing of it is kept."""

    name = forms.CharField(
        label=_("Uw naam"),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=_("E-mailadres"),
        help_text=_("Hier sturen wij de bevestiging naartoe."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    area = forms.ChoiceField(
        label=_("Wijk"),
        required=False,
        choices=[("", _("Weet ik niet")), ("noord", "Meerlinden-Noord"), ("dorp", "Oude Dorp")],
    )
    about = forms.CharField(
        label=_("Waar kunnen we u mee helpen?"),
        help_text=_("Een paar zinnen zijn genoeg. Zet hier geen burgerservicenummer neer."),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    when = forms.ChoiceField(
        label=_("Wanneer komt het u uit?"),
        help_text=_("Kies wat het beste past."),
        choices=[("morning", _("Ochtend")), ("afternoon", _("Middag")), ("evening", _("Avond"))],
        widget=forms.RadioSelect,
    )
    kinds = forms.MultipleChoiceField(
        label=_("Wat spreekt u aan?"),
        required=False,
        choices=[("walk", _("Samen wandelen")), ("eat", _("Samen eten")), ("talk", _("Een goed gesprek"))],
        widget=forms.CheckboxSelectMultiple,
    )
    start_on = forms.DateField(
        label=_("Vanaf welke dag?"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    letter = forms.FileField(label=_("Brief of folder"), help_text=_("Een pdf, tot 32 MB."), required=False)
    password = forms.CharField(
        label=_("Wachtwoord"),
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    agreed = forms.BooleanField(label=_("Ik vind het goed dat de coördinator mij belt."))
