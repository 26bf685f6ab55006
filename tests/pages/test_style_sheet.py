"""What the theme promises of its style sheet: contrast in both schemes, either reading direction, a small size."""

from __future__ import annotations

import re

import pytest

from generator.checks.contrast import contrast
from generator.pages.theme import BUILT_IN

STYLE = (BUILT_IN / "assets" / "style.css").read_text("utf-8")
LIGHT, DARK = (dict(re.findall(r"--(\w+): #([0-9a-f]{6});", part)) for part in STYLE.split("prefers-color-scheme")[:2])


def test_contrast_is_measured_as_wcag_does() -> None:
    assert contrast("000000", "ffffff") == pytest.approx(21)
    assert contrast("777777", "ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "tint"])
@pytest.mark.parametrize("text", ["ink", "quiet", "accent"])
def test_every_colour_of_text_reads_on_every_ground(scheme: dict[str, str], ground: str, text: str) -> None:
    assert contrast(scheme[text], scheme[ground]) >= 4.5


def test_no_side_is_called_left() -> None:
    sides = re.findall(r"(?:margin|padding|border)-(?:left|right)|(?<![-\w])(?:left|right):|align: left", STYLE)
    assert sides == []


def test_nothing_is_loaded_and_little_is_sent() -> None:
    assert "@import" not in STYLE
    assert "url(" not in STYLE
    assert len(STYLE.encode()) < 14_600  # ten packets, which come at the first stroke
