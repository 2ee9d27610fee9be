"""Where the pictures of organisations are kept, and how a page finds them. Names are random, so they never change."""

from uuid import UUID

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.urls import reverse

from samenspel.lib import ids
from samenspel.lib.pictures import Picture

FOLDER = "organisations"


def store(picture: Picture) -> str:
    """Keep both sizes; gives the name of the large one, as it stands in the row of the organisation."""
    mark = ids.new_id()
    default_storage.save(path_of(mark, small=True), ContentFile(picture.small))
    return default_storage.save(path_of(mark), ContentFile(picture.large))


def forget(name: str) -> None:
    """Delete both sizes of a stored picture; one that is gone already is fine."""
    if name:
        for path in (name, name.replace(".webp", "-klein.webp")):
            default_storage.delete(path)


def read(mark: UUID, *, small: bool) -> bytes | None:
    """The bytes of a stored picture, or nothing when there is none."""
    path = path_of(mark, small=small)
    if not default_storage.exists(path):
        return None
    with default_storage.open(path) as file:
        return bytes(file.read())


def path_of(mark: UUID, *, small: bool = False) -> str:
    """Where a picture lies in the storage."""
    return f"{FOLDER}/{mark}{'-klein' if small else ''}.webp"


def address(name: str, *, small: bool = False) -> str:
    """The address of the picture with this stored name; empty without one."""
    mark = name.rpartition("/")[2].removesuffix(".webp")
    return reverse("networks:picture_small" if small else "networks:picture", args=[mark]) if mark else ""
