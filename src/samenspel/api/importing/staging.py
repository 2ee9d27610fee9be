"""Reading a feed into the staging tables, page by page, so that a reading that stopped goes on where it was.

Every page is kept together with the place of the next one, in one transaction. Nothing of it can be seen by anybody
before `applying` has checked all of it.
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from django.db import connection, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samenspel.api.importing import shapes
from samenspel.api.importing.faults import FeedChanged, FeedFault
from samenspel.api.importing.pages import Page, Source
from samenspel.api.models import HsdsImport, HsdsImportItem
from samenspel.lib import clock
from samenspel.networks.models import Network

LISTS = ("organizations", "taxonomy_terms", "services")
DETAILS, READ = "details", "read"
STEPS = (*LISTS, DETAILS, READ)
SAID = {
    "organizations": gettext_lazy("organisaties"),
    "taxonomy_terms": gettext_lazy("soorten hulp"),
    "services": gettext_lazy("diensten"),
}
GOES_ON_WITHIN = timedelta(days=1)
"""A reading that stopped longer ago begins anew: the feed has moved on since."""
MOST_ITEMS = 200_000
LONGEST_ID = 200
LONGEST_SOURCE = 500
SAVED_PER = 20
SILENT_IN_A_ROW = 3
"""So many pages of services without an answer are an outage of the source, not a fault of one page."""

Show = Callable[[int, int, str], None]
"""Told how many are done, of how many (0 when unknown), and what."""


def open_run(*, source: str, network: Network, anew: bool = False) -> HsdsImport:
    """The unfinished reading of this source, or a new one."""
    source = source[:LONGEST_SOURCE]
    unfinished = HsdsImport.objects.filter(network=network, source=source, finished_at=None)
    if anew:
        unfinished.delete()
    unfinished.filter(touched_at__lt=clock.now() - GOES_ON_WITHIN).delete()
    return unfinished.first() or HsdsImport.objects.create(network=network, source=source, step=STEPS[0])


@contextmanager
def alone(source: str) -> Iterator[None]:
    """As long as the block lasts nobody else reads this source: two at once would mix up their pages.

    Raises:
        FeedFault: somebody does.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(hashtextextended(%s, 3))", [source])
        if not cursor.fetchone()[0]:
            raise FeedFault(_("Deze bron wordt op dit moment al ingelezen."))
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(hashtextextended(%s, 3))", [source])


def read(run: HsdsImport, source: Source, *, show: Show, fewer_is_fine: bool = False, lists_only: bool = False) -> None:
    """Read what was not read yet; with `lists_only` no page of a single service.

    Raises:
        FeedFault: the source stops, gives something else than HSDS, or contradicts itself; the next call goes on.
        FeedChanged: what was read so far is thrown away.
    """
    try:
        while run.step != READ:
            if run.step == DETAILS and not lists_only:
                _read_details(run, source, show=show)
            elif run.step != DETAILS:
                _read_list(run, source, show=show)
                if run.step == "services":
                    _check_total(run, holds=source.told_totals_hold and not fewer_is_fine)
            run.step, run.next_page, run.marks = STEPS[STEPS.index(run.step) + 1], 1, []
            _keep(run)
    except FeedChanged:
        run.delete()
        raise


def _read_list(run: HsdsImport, source: Source, *, show: Show) -> None:
    while True:
        page = source.page(run.step, run.next_page)
        if page is None:
            if run.step == "services" and run.next_page == 1:
                raise FeedFault(_("De bron heeft geen lijst van diensten (/services)."))
            return
        _check(run, page)
        if not page.items:
            return  # not kept: when the source recovers, this is where it goes on
        done = _store(run, page)
        show(done, page.total or 0, _("%(done)d gelezen: %(what)s") % {"done": done, "what": SAID[run.step]})
        if page.is_last:
            return


def _check(run: HsdsImport, page: Page) -> None:
    """A page that was there already, or another total than before, is no ground to build on."""
    mark = hashlib.sha256(json.dumps(page.items, sort_keys=True).encode()).hexdigest()[:32]
    says_another = page.number is not None and page.number != run.next_page
    if page.items and (says_another or (mark in run.marks and len(page.items) > 1)):
        raise FeedFault(
            _("De bron geeft bij pagina %(page)d dezelfde of een andere pagina dan gevraagd. Wij stoppen met lezen.")
            % {"page": run.next_page}
        )
    if run.step == "services":
        if run.claimed is not None and page.total is not None and page.total != run.claimed:
            raise FeedChanged(
                _("De bron zei eerst %(first)d diensten en nu %(then)d: zij verandert onder het lezen. Begin opnieuw.")
                % {"first": run.claimed, "then": page.total}
            )
        run.claimed = page.total if run.claimed is None else run.claimed
    run.marks = [*run.marks, mark]


@transaction.atomic
def _store(run: HsdsImport, page: Page) -> int:
    """Keep the page and where to go on; gives how many of this list are there now."""
    before = run.items.filter(entity=run.step).count()
    if before + len(page.items) > MOST_ITEMS:
        raise FeedFault(_("De bron heeft meer dan %(most)d diensten of organisaties.") % {"most": MOST_ITEMS})
    fields = shapes.BY_ENTITY[run.step]
    HsdsImportItem.objects.bulk_create(
        (
            HsdsImportItem(run=run, entity=run.step, number=number, foreign_id=_id_of(told), listed=_told(told, fields))
            for number, told in enumerate(page.items, start=before + 1)
        ),
        batch_size=500,
    )
    run.next_page += 1
    _keep(run)
    return before + len(page.items)


def _told(told: Any, fields: Mapping[str, shapes.Shape]) -> Any:
    """What we keep of a thing; nothing at all (`null`) is kept as an empty text, so that it can be refused."""
    kept = shapes.trimmed(told, fields)
    return "" if kept is None else kept


def _read_details(run: HsdsImport, source: Source, *, show: Show) -> None:
    """The own page of each service whose list tells little; `next_page` is the number of the next service."""
    asked: dict[str, Any] = {}
    waiting = list(run.items.filter(entity="services", number__gte=run.next_page).order_by("number"))
    total = run.next_page - 1 + len(waiting)
    told: list[HsdsImportItem] = []
    silent: list[int] = []
    for item in waiting:
        if _tells_little(item):
            if item.foreign_id not in asked:
                asked[item.foreign_id] = _detail(source, item, silent)
            item.detail = asked[item.foreign_id]
            told.append(item)
        run.next_page = item.number + 1
        if len(silent) == SILENT_IN_A_ROW:
            run.next_page = silent[0]
            _keep_details(run, told)
            raise FeedFault(_("De bron geeft geen antwoord op vragen naar één dienst. Zie --lists-only."))
        if item.number % SAVED_PER == 0:
            _keep_details(run, told)
        show(item.number, total, _("%(done)d diensten volledig gelezen") % {"done": item.number})
    _keep_details(run, told)


def _tells_little(item: HsdsImportItem) -> bool:
    """Whether its list tells nothing beyond single fields, so that its own page is worth a question."""
    return bool(item.foreign_id) and isinstance(item.listed, dict) and not shapes.NESTED & set(item.listed)


@transaction.atomic
def _keep_details(run: HsdsImport, told: list[HsdsImportItem]) -> None:
    HsdsImportItem.objects.bulk_update(told, ["detail"], batch_size=SAVED_PER)
    told.clear()
    _keep(run)


def _detail(source: Source, item: HsdsImportItem, silent: list[int]) -> Any:
    """What the source tells more, without what nobody shows; `{}` when that is nothing we can read.

    One page that gives no answer is a fault of that page; `silent` gathers the numbers of those in a row.
    """
    try:
        told = source.detail("services", item.foreign_id)
    except FeedFault:
        silent.append(item.number)
        return {}
    silent.clear()
    if told is None:
        return None
    return shapes.trimmed(told, shapes.SERVICE) if isinstance(told, dict) else {}


def _check_total(run: HsdsImport, *, holds: bool) -> None:
    """Fewer than the source said is a feed that stopped half-way; more is worth a remark."""
    there = run.items.filter(entity="services").count()
    if run.claimed is None or there == run.claimed:
        return
    said = _("De bron zegt %(said)d diensten te hebben en gaf er %(there)d.") % {"said": run.claimed, "there": there}
    if holds and there < run.claimed:
        raise FeedFault(said)
    run.remarks = [*run.remarks, said]


def _keep(run: HsdsImport) -> None:
    run.touched_at = clock.now()
    run.save()


def _id_of(told: Any) -> str:
    foreign = told.get("id") if isinstance(told, dict) else None
    return shapes.NOT_TEXT.sub("", foreign)[:LONGEST_ID] if isinstance(foreign, str) else ""
