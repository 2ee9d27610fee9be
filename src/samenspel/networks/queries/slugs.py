"""Names in addresses: readable, unique, never a sequence number of all there are."""

from django.utils.text import slugify

from samenspel.networks.models import Network, Organisation

LONGEST = 50


def free_slug(model: type[Network | Organisation], name: str) -> str:
    """The name as it can stand in an address, with a number behind it when somebody already has it."""
    begin = slugify(name)[:LONGEST].strip("-") or model._meta.model_name or "nieuw"
    taken = set(model.objects.filter(slug__startswith=begin).values_list("slug", flat=True))
    if begin not in taken:
        return begin
    return next(slug for number in range(2, len(taken) + 3) if (slug := f"{begin}-{number}") not in taken)
