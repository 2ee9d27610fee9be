"""From what somebody wants to the question that the engine answers."""

from samenspel.engine import analyser, folding, questions, taxonomy
from samenspel.engine.offers import DAYS, LANGUAGES, mask
from samenspel.engine.questions import Limits, Question
from samenspel.finding import wishes
from samenspel.finding.counted import FORMS, PROVIDERS
from samenspel.finding.offered import names_for_asker
from samenspel.finding.snapshot import Snapshot
from samenspel.finding.wanted import Wanted

METRES_IN_KM = 1000


def text_of(wanted: Wanted) -> str:
    """The words that are read; the engine reads no further."""
    return wanted.text[: folding.LONGEST_TEXT]


def wished_days(wanted: Wanted) -> tuple[str, ...]:
    """The days that rank: those chosen, or else wished for, or else those the text names."""
    return wanted.days or wanted.wished_days or wishes.days(text_of(wanted))


def wished_languages(wanted: Wanted) -> tuple[str, ...]:
    """The languages that rank: those chosen, or else wished for, or else those the text names."""
    return wanted.languages or wanted.wished_languages or wishes.languages(text_of(wanted))


def question(wanted: Wanted, snapshot: Snapshot) -> Question:
    """Words become wishes; confirmed kinds, the place and the filters become limits."""
    code = wanted.area.code if wanted.area else ""
    return questions.ask(
        text_of(wanted),
        confirmed=wanted.kinds,
        point=wanted.point or snapshot.centres.get(code),
        languages=wished_languages(wanted),
        days=wished_days(wanted),
        limits=_limits(wanted, snapshot),
    )


def whole_words(question: Question) -> dict[str, str]:
    """The whole words of the question, not the pieces: term to the word as it was typed."""
    return {term.text: term.word for term in question.terms if term.weight >= analyser.MEANT}


def _limits(wanted: Wanted, snapshot: Snapshot) -> Limits:
    known = taxonomy.standard()
    code = wanted.area.code if wanted.area else ""
    return Limits(
        provider=PROVIDERS.get(wanted.provider),
        form=FORMS.get(wanted.form),
        languages=mask(wanted.languages, LANGUAGES),
        days=mask(wanted.days, DAYS),
        within_m=wanted.within_km * METRES_IN_KM if wanted.within_km else None,
        kinds=tuple(known.place(kind) for kind in wanted.kinds if known.knows(kind)),
        served=tuple(snapshot.areas.of(name) for name in names_for_asker(code)) if code else (),
        with_room=wanted.with_room,
        owners=snapshot.partners.mask(wanted.network.pk if wanted.network else None, snapshot.owners),
    )
