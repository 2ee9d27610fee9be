"""Each step with a message or on the board has a sentence in the log."""

import inspect
import re

import pytest

from samenspel.networks import logwords
from samenspel.networks.actions import board, messages


@pytest.mark.parametrize(("module", "thing"), [(messages, "message"), (board, "post")])
def test_every_step_has_words(module: object, thing: str) -> None:
    verbs = re.findall(r'_record\("([a-z_]+)"', inspect.getsource(module))  # type: ignore[arg-type]
    assert len(verbs) >= 5
    assert {f"networks.{thing}.{verb}" for verb in verbs} - logwords.EVENT_TEXTS.keys() == set()
