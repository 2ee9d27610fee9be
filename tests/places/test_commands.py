"""The commands: progress on stderr, one sentence at the end, exit code 1 for a bad file."""

import io
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from samenspel.lib.progress import Progress
from samenspel.places.models import Area, AreaEdition, Postcode4
from tests.places.samples import collection, neighbourhood, row_of_squares

pytestmark = pytest.mark.django_db


def run(command: str, path: Path, *options: str) -> tuple[str, str]:
    out, err = io.StringIO(), io.StringIO()
    call_command(command, str(path), *options, stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def test_an_import_says_what_it_did_and_a_second_one_that_nothing_changed(tmp_path: Path) -> None:
    path = tmp_path / "buurten_2023.geojson"
    path.write_bytes(collection(*row_of_squares(600)).getvalue())
    out, err = run("import_areas", path, "--source", "Proef", "--published-by", "Ons")
    assert out == "600 gelezen (2023): 600 nieuw, 0 gewijzigd.\n"
    assert "500 gelezen\n" in err
    assert run("import_areas", path, "--source", "Proef", "--published-by", "Ons")[0].endswith("niets veranderd.\n")
    assert AreaEdition.objects.values_list("source", "published_by").distinct().get() == ("Proef", "Ons")


def test_a_bad_file_is_one_sentence_and_exit_code_1(tmp_path: Path) -> None:
    path = tmp_path / "kapot_2024.geojson"
    path.write_bytes(collection(neighbourhood(), neighbourhood(code="")).getvalue())
    with pytest.raises(CommandError, match=r"^Gebied 2 heeft geen code\.$") as refused:
        run("import_areas", path)
    assert refused.value.returncode == 1
    assert not Area.objects.exists()


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="is niet te openen"):
        run("import_figures", tmp_path / "weg.csv")


def test_postcodes_and_figures_and_the_demo_come_in_by_command(tmp_path: Path) -> None:
    out = io.StringIO()
    call_command("import_meerlinden", stdout=out)
    assert out.getvalue().count("nieuw") == 6
    towns = tmp_path / "plaatsen.csv"
    towns.write_text("postcode,plaats,gemeente\n8699,Meereind,Meerlinden\n")
    assert "1 nieuw" in run("import_postcodes", towns, "--year", "2024")[0]
    assert Postcode4.objects.get(code="8699").place == "Meereind"
    figures = tmp_path / "gezondheid.csv"
    figures.write_text("code,leeftijd,eenzaam_pct,jaar\nBU99010101,18+,41.5,2020\nBU77770000,18+,41.5,2020\n")
    assert "1 overgeslagen, omdat wij dat gebied niet kennen." in run("import_figures", figures)[0]


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_terminal_gets_a_moving_bar_and_a_log_gets_lines() -> None:
    for stream, moves in ((Terminal(), 101), (io.StringIO(), 11)):
        progress = Progress(1000, out=stream)
        for done in range(1001):
            progress.show(done, "bezig")
        progress.finish()
        text = stream.getvalue()
        assert text.count("bezig") == moves
        assert ("\r" in text) is (moves > 11)
        assert " 50 % bezig" in text


def test_progress_without_a_total_says_it_once() -> None:
    stream = io.StringIO()
    progress = Progress(0, out=stream)
    progress.show(5, "bezig")
    progress.show(9, "bezig")
    assert stream.getvalue() == "  0 % bezig\n"
