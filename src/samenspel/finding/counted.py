"""How many each filter leaves, under the names of the address."""

from collections.abc import Mapping

from samenspel.directory.rules import OfferForm, OfferProvider
from samenspel.engine.index import Counts
from samenspel.engine.offers import Form, Provider

FORMS = {
    OfferForm.ONE_TO_ONE.value: Form.ONE_TO_ONE,
    OfferForm.GROUP.value: Form.GROUP,
    OfferForm.REMOTE.value: Form.REMOTE,
}
PROVIDERS = {
    OfferProvider.VOLUNTEER.value: Provider.VOLUNTEER,
    OfferProvider.PROFESSIONAL.value: Provider.PROFESSIONAL,
    OfferProvider.BOTH.value: Provider.BOTH,
}


def by_filter(counts: Counts) -> Mapping[tuple[str, str], int]:
    """Filter and value as they stand in the address (`("dag", "tue")`) to how many there are with it."""
    return {
        **{("vorm", code): counts.form.get(form, 0) for code, form in FORMS.items()},
        **{("door", code): counts.provider.get(provider, 0) for code, provider in PROVIDERS.items()},
        **{("dag", code): number for code, number in counts.days.items()},
        **{("taal", code): number for code, number in counts.languages.items()},
        **{("km", str(metres // 1000)): number for metres, number in counts.within.items()},
        ("plaats", "1"): counts.with_room,
    }
