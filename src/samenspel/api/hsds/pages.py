"""A page of a list as HSDS wants it."""

from collections.abc import Sequence

from samenspel.api.hsds.asked import Asked
from samenspel.api.hsds.terms import Json


def window(asked: Asked, total: int) -> slice:
    """Which things of a list stand on the page; none past the end."""
    start = min((asked.page - 1) * asked.per_page, total)
    return slice(start, min(start + asked.per_page, total))


def page(contents: Sequence[Json], *, asked: Asked, total: int) -> Json:
    """The page object. An empty list has one page, which is empty; a page past the end is not the last one."""
    pages = max(1, -(-total // asked.per_page))
    return {
        "total_items": total,
        "total_pages": pages,
        "page_number": asked.page,
        "size": len(contents),
        "first_page": asked.page == 1,
        "last_page": asked.page == pages,
        "empty": not contents,
        "contents": list(contents),
    }
