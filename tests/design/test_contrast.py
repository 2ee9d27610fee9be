"""Every pair of colours that meets on a page can be read: WCAG 2.2, criteria 1.4.3 and 1.4.11."""

import re
from pathlib import Path

import pytest

import samenspel.design

TOKENS = Path(samenspel.design.__file__).parent / "static/design/tokens.css"
GROUNDS = ("ground", "card", "sunk")
ACCENTS = ("formal", "informal", "together")
STATES = ("good", "wait", "act", "info")

# Text (4.5:1): words in this colour on this ground.
TEXT = [
    *((ink, ground) for ink in ("ink", "ink-soft") for ground in GROUNDS),
    *(("ink", f"{name}-soft") for name in (*ACCENTS, *STATES)),
    *(("ink-soft", f"{name}-soft") for name in (*ACCENTS, *STATES)),
    *((f"{name}{strength}", ground) for name in ACCENTS for strength in ("", "-strong") for ground in GROUNDS),
    *((name, f"{name}-soft") for name in (*ACCENTS, *STATES)),
    *((f"{name}-strong", f"{name}-soft") for name in ACCENTS),
    *((name, ground) for name in STATES for ground in GROUNDS),
    *(("on-colour", name) for name in (*ACCENTS, *(f"{accent}-strong" for accent in ACCENTS), "act")),
]
# Borders, icons and the focus ring (3:1).
GRAPHICS = [
    *(("line-strong", ground) for ground in GROUNDS),
    *(("together", f"{name}-soft") for name in (*ACCENTS, *STATES)),
    *(("together", ground) for ground in GROUNDS),
]


def schemes() -> dict[str, dict[str, str]]:
    """The hex value of every colour token, in light and in dark."""
    light, _, rest = TOKENS.read_text(encoding="utf-8").partition("@media (prefers-color-scheme: dark)")
    dark = rest.partition("@media")[0]
    return {"light": colours_in(light), "dark": {**colours_in(light), **colours_in(dark)}}


def colours_in(css: str) -> dict[str, str]:
    return dict(re.findall(r"--sam-([\w-]+): (#[0-9a-f]{6});", css))


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def too_faint(scheme: str, pairs: list[tuple[str, str]], least: float) -> list[str]:
    colours = schemes()[scheme]
    measured = {f"{ink} on {ground}": contrast(colours[ink], colours[ground]) for ink, ground in pairs}
    return [f"{pair}: {ratio:.2f}" for pair, ratio in measured.items() if ratio < least]


def test_the_formula_gives_the_known_extremes() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read_on_every_ground(scheme: str) -> None:
    assert too_faint(scheme, TEXT, 4.5) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_borders_icons_and_the_focus_ring_can_be_seen(scheme: str) -> None:
    assert too_faint(scheme, GRAPHICS, 3.0) == []


def test_dark_gives_every_colour_its_own_value() -> None:
    light, dark = schemes()["light"], schemes()["dark"]
    assert [name for name in light if dark[name] == light[name]] == []
