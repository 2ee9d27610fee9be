"""Every code has words, and every event a sentence in the log."""

import inspect
import re

from django.utils import translation

from samenspel.directory import logwords, words
from samenspel.directory.actions import freshness, offers, sheets
from samenspel.engine import offers as engine
from samenspel.engine import targets, taxonomy


def test_the_words_cover_what_the_engine_knows() -> None:
    assert {code for code, _text in words.TARGET_TEXTS} == set(targets.codes())
    assert tuple(code for code, _text in words.LANGUAGE_TEXTS) == engine.LANGUAGES
    assert tuple(code for code, _text in words.DAY_TEXTS) == engine.DAYS
    assert set(words.GROUP_TEXTS) == set(taxonomy.standard().groups)
    assert {code: str(text) for code, text in words.GROUP_TEXTS.items()} == dict(taxonomy.standard().groups)


def test_kinds_come_in_the_language_of_the_reader() -> None:
    assert words.kind_labels(["social-visiting", "gone"]) == ["Huisbezoek"]
    with translation.override("en"):
        assert words.kind_labels(["social-visiting"]) != ["Huisbezoek"]


def test_every_step_has_words_in_the_log() -> None:
    source = inspect.getsource(offers) + inspect.getsource(freshness)
    verbs = set(re.findall(r'"([a-z_]+)"', "".join(re.findall(r"_record\((.*?), ", source))))
    assert {f"directory.offer.{verb}" for verb in verbs} - logwords.EVENT_TEXTS.keys() == set()
    assert len(verbs) >= 9


def test_every_step_of_a_sheet_has_words_in_the_log() -> None:
    verbs = set(re.findall(r'_record\("([a-z_]+)"', inspect.getsource(sheets)))
    assert {f"directory.sheet.{verb}" for verb in verbs} - logwords.EVENT_TEXTS.keys() == set()
    assert len(verbs) == 4
