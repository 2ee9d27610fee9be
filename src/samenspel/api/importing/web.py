"""A feed at an address: careful with time, size and redirects, patient with a source that is busy."""

import time
from types import TracebackType
from typing import Any, Self
from urllib.parse import quote

import httpx
from django.utils.translation import gettext as _

from samenspel.api.importing.faults import FeedFault
from samenspel.api.importing.pages import Page, as_page, parsed

PER_PAGE = 50
MOST_BYTES = 32 * 2**20
MOST_REDIRECTS = 5
SECONDS_TO_CONNECT, SECONDS_BETWEEN_BYTES, SECONDS_PER_ANSWER = 10, 30, 120
LONGEST_WAIT = 60.0
TRY_AGAIN = frozenset({429, 500, 502, 503, 504})
NOT_THERE = frozenset({404, 405, 410, 501})
NOT_UNDERSTOOD = frozenset({400, 422})


class _NotUnderstood(FeedFault):
    """The source refuses the question itself; another question may do."""


class _Busy(Exception):
    """No answer this time; another try may help."""

    def __init__(self, said: str, wait: float = 0.0) -> None:
        super().__init__(said)
        self.wait = wait


class WebSource:
    """An HSDS API. `tries` is how often one question is asked, `pause` the seconds before the second time."""

    told_totals_hold = True

    def __init__(self, address: str, *, name: str = "", tries: int = 4, pause: float = 1.0) -> None:
        """Nothing is asked yet.

        Raises:
            FeedFault: not an address that we can ask.
        """
        url = _url(address)
        self._base = url.copy_with(query=None, fragment=None)
        self._asked = dict(url.params)
        self.name = name or str(self._base)
        self._tries, self._pause = tries, pause
        self._asks_full = True
        timeout = httpx.Timeout(SECONDS_BETWEEN_BYTES, connect=SECONDS_TO_CONNECT)
        self._client = httpx.Client(
            timeout=timeout,
            follow_redirects=True,
            max_redirects=MOST_REDIRECTS,
            headers={"Accept": "application/json", "User-Agent": "Samenspel"},
            event_hooks={"response": [_stay_safe]},
        )

    def __enter__(self) -> Self:
        """Open for as long as the block lasts."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the connections."""
        self._client.close()

    def page(self, entity: str, number: int) -> Page | None:
        """Ask a page, with everything about each thing when the source knows that question (HSDS 3.1 does)."""
        told = self._listed(entity, number)
        if told is None:
            return None
        page = as_page(told, self._where(entity, number))
        at_end = page.pages is not None and number >= page.pages
        return Page(
            items=page.items,
            total=page.total,
            pages=page.pages,
            number=page.number,
            is_last=page.is_last or at_end or not page.items,
        )

    def detail(self, entity: str, foreign_id: str) -> Any:
        """Ask the page of one thing."""
        return self._ask(f"{entity}/{quote(foreign_id, safe='')}")

    def version(self) -> str:
        """Which version of HSDS the source says it is; empty when it does not say."""
        try:
            told = self._once(self._base, {})
        except (_Busy, FeedFault):
            return ""
        version = told.get("version") if isinstance(told, dict) else None
        return version[:60] if isinstance(version, str) else ""

    def _where(self, entity: str, number: int) -> str:
        return f"{self._base}/{entity} ({_('pagina')} {number})"

    def _listed(self, entity: str, number: int) -> Any:
        asked = {"page": str(number), "per_page": str(PER_PAGE)}
        if self._asks_full and entity != "taxonomy_terms":
            try:
                return self._ask(entity, **asked, full="true")
            except _NotUnderstood:
                self._asks_full = False
        return self._ask(entity, **asked)

    def _ask(self, path: str, **asked: str) -> Any:
        """Ask until there is an answer, with a longer pause each time."""
        url = self._base.copy_with(path=f"{self._base.path.rstrip('/')}/{path}")
        for turn in range(1, self._tries + 1):
            try:
                return self._once(url, asked)
            except _Busy as busy:
                if turn == self._tries:
                    where = path + (f", {_('pagina')} {asked['page']}" if "page" in asked else "")
                    raise FeedFault(
                        _("De bron geeft geen antwoord bij %(where)s: %(said)s. %(tries)d keer geprobeerd.")
                        % {"where": where, "said": busy, "tries": turn}
                    ) from busy
                time.sleep(min(LONGEST_WAIT, max(busy.wait, self._pause * 2 ** (turn - 1))))
        raise AssertionError  # the loop ends with an answer or a fault

    def _once(self, url: httpx.URL, asked: dict[str, str]) -> Any:
        try:
            with self._client.stream("GET", url, params=self._asked | asked) as answer:
                if answer.status_code in NOT_THERE:
                    return None
                _refuse(answer)
                return parsed(_body(answer), str(answer.url.copy_with(query=None)))
        except httpx.TooManyRedirects as wrong:
            raise FeedFault(_("De bron stuurt te vaak door naar een ander adres.")) from wrong
        except httpx.TransportError as wrong:
            raise _Busy(_said(wrong)) from wrong
        except httpx.HTTPError as wrong:
            raise FeedFault(_("De bron antwoordt niet zoals het hoort (%(what)s).") % {"what": _said(wrong)}) from wrong


def _url(address: str) -> httpx.URL:
    try:
        url = httpx.URL(address)
    except (httpx.InvalidURL, ValueError) as wrong:
        raise FeedFault(_("%(address)s is geen adres.") % {"address": address}) from wrong
    if url.scheme not in {"http", "https"} or not url.host:
        raise FeedFault(_("%(address)s is geen adres dat met http:// of https:// begint.") % {"address": address})
    if url.userinfo:
        raise FeedFault(_("Zet geen naam en wachtwoord in het adres."))
    return url.copy_with(path=url.path.rstrip("/").removesuffix("/services") or "/")


def _stay_safe(answer: httpx.Response) -> None:
    """A redirect may not leave the encrypted web."""
    if not answer.has_redirect_location:
        return
    following = answer.url.join(answer.headers["Location"])
    if answer.url.scheme == "https" and following.scheme != "https":
        raise FeedFault(_("De bron stuurt door naar een adres zonder versleuteling. Dat volgen wij niet."))


def _refuse(answer: httpx.Response) -> None:
    """Raise when the answer is no answer."""
    if answer.status_code in TRY_AGAIN:
        raise _Busy(_("fout %(code)d") % {"code": answer.status_code}, _told_wait(answer))
    if not answer.is_success:
        fault = _NotUnderstood if answer.status_code in NOT_UNDERSTOOD else FeedFault
        raise fault(
            _("De bron weigert: fout %(code)d bij %(where)s.") % {"code": answer.status_code, "where": answer.url.path}
        )


def _told_wait(answer: httpx.Response) -> float:
    said = answer.headers.get("Retry-After", "")
    return float(said) if said.isascii() and said.isdigit() else 0.0


def _body(answer: httpx.Response) -> bytes:
    """The body, given up when it is too large or comes too slowly."""
    ends = time.monotonic() + SECONDS_PER_ANSWER
    read = bytearray()
    for piece in answer.iter_bytes():
        read += piece
        if len(read) > MOST_BYTES:
            raise FeedFault(
                _("Het antwoord van %(where)s is groter dan %(most)d MB.")
                % {"where": answer.url.path, "most": MOST_BYTES // 2**20}
            )
        if time.monotonic() > ends:
            raise _Busy(_("het antwoord komt te langzaam"))
    return bytes(read)


def _said(wrong: Exception) -> str:
    if isinstance(wrong, httpx.TimeoutException):
        return _("het duurt te lang")
    if isinstance(wrong, httpx.ConnectError):
        return _("geen verbinding")
    return _("de verbinding brak af")
