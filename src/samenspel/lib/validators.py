"""What a text field may not hold and what a number field must hold, said in plain words."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from samenspel.lib import numbers

BSN_REFUSED = _(
    "Hier staat een getal dat op een burgerservicenummer (BSN) lijkt. Een BSN mogen wij niet bewaren, ook niet als "
    "iemand dat goed vindt. Haal het getal weg. Is het een ander nummer? Schrijf dan op wat het is, zonder het "
    "nummer zelf."
)


def refuse_bsn(text: str) -> None:
    """No BSN anywhere in a text, however it is written (evidence.md L11).

    Raises:
        ValidationError: with code `bsn`; the message does not repeat the number.
    """
    if numbers.find_bsn(text):
        raise ValidationError(BSN_REFUSED, code="bsn")


def kvk_number(text: str) -> None:
    """Eight digits, as on an extract of the trade register.

    Raises:
        ValidationError: with code `kvk`.
    """
    if not numbers.is_kvk_number(text):
        raise ValidationError(
            _("Een KvK-nummer heeft 8 cijfers. U vindt het op het uittreksel van de Kamer van Koophandel."), code="kvk"
        )


def rsin_number(text: str) -> None:
    """Nine digits that pass the eleven test; only for the field that asks for an RSIN.

    Raises:
        ValidationError: with code `rsin`.
    """
    if not numbers.is_rsin(text):
        raise ValidationError(
            _(
                "Dit is geen RSIN. Een RSIN heeft 9 cijfers en het laatste cijfer hoort bij de andere. "
                "Kijk of u een cijfer verkeerd hebt getypt."
            ),
            code="rsin",
        )
