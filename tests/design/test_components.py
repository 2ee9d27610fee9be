"""Every component draws what it promises, from the call that the style guide shows."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory

from samenspel.design import parts
from samenspel.design.templatetags.design import phone_address, register
from tests.design.page import all_of, one

AT = datetime(2026, 11, 17, 9, 40, tzinfo=UTC)
GUIDE = Path(__file__).resolve().parents[2] / "src/samenspel/design/templates/design"


def draw(call: str, **context: object) -> str:
    return Template("{% load design %}" + call).render(Context(context))


def test_every_component_is_on_the_style_guide() -> None:
    guide = "".join(path.read_text() for path in [*GUIDE.glob("guide/*.html"), GUIDE / "style_guide.html"])
    assert [name for name in register.tags if not re.search(rf"{{%\s*{name}\b", guide)] == []


def test_the_words_in_a_component_cannot_become_a_tag() -> None:
    html = draw("{% card title=bad %}{{ bad }}{% endcard %}{% tag bad %}{% link_button bad '/' %}", bad="<b>x</b>")
    assert all_of(html, "b") == []


@pytest.mark.parametrize("level", [2, 3, 4])
def test_a_card_has_its_heading_at_the_level_of_the_page(level: int) -> None:
    html = draw(
        "{% card title='Huisvriend' url='/h/' level=level accent='informal' %}<p>Bezoek</p>{% endcard %}", level=level
    )
    assert one(html, f"h{level}").text == "Huisvriend"
    assert one(html, "a").attributes["href"] == "/h/"
    assert one(html, "article").attributes["class"] == "card card--informal"


def test_a_state_has_a_word_and_a_shape() -> None:
    html = draw("{% notice 'wait' %}<p>Morgen</p>{% endnotice %}")
    assert one(html, "use").attributes["href"].endswith("#wait")
    assert "Let op" in one(html, "div", class_="notice notice--wait").text


def test_a_status_line_tells_where_whose_turn_since_when_and_what_otherwise() -> None:
    status = parts.Status(
        where="Verstuurd.", turn="Zij zijn aan zet.", since=AT, otherwise="Dan bellen wij.", tone="wait"
    )
    text = " ".join(one(draw("{% status_line status %}", status=status), "p").text.split())
    assert text == "Verstuurd. Zij zijn aan zet. Sinds 17 november 2026, 10:40. Dan bellen wij."


def test_a_timeline_keeps_the_order_it_was_given() -> None:
    moments = [parts.Moment(at=AT, what="Gevraagd"), parts.Moment(at=AT, what="Gevonden", who="Huisvriend")]
    html = draw("{% timeline moments %}", moments=moments)
    assert [entry.text for entry in all_of(html, "p")] == ["Gevraagd", "Gevonden Huisvriend"]
    assert all_of(html, "time")[0].attributes["datetime"] == "2026-11-17T10:40:00+0100"


def test_a_table_cell_knows_its_column_for_the_phone() -> None:
    columns = [parts.Column(label="Naam"), parts.Column(label="Aantal", number=True)]
    html = draw("{% data_table table %}", table=parts.Table(caption="Lijst", columns=columns, rows=[["Huisvriend", 4]]))
    assert one(html, "th", scope="row").text == "Huisvriend"
    assert one(html, "td", data_label="Aantal", class_="number").text == "4"


def test_a_table_row_with_a_cell_too_few_is_refused() -> None:
    table = parts.Table(caption="Lijst", columns=[parts.Column(label="Naam")], rows=[["a", "b"]])
    with pytest.raises(ValueError, match="zip"):
        _ = table.labelled_rows


def test_a_missing_fact_says_that_it_is_missing() -> None:
    html = draw("{% description_list pairs %}", pairs=[("Website", ""), ("Plaats", "Meerlinden")])
    assert [value.text for value in all_of(html, "dd")] == ["niet ingevuld", "Meerlinden"]


def test_steps_tell_where_one_is_and_lead_back() -> None:
    steps = [
        parts.Step(label="Vraag", url="/1/", state="done"),
        parts.Step(label="Wie", state="now"),
        parts.Step(label="Klaar"),
    ]
    html = draw("{% steps_rail steps %}", steps=steps)
    assert "Wie (hier bent u)" in " ".join(one(html, "li", aria_current="step").text.split())
    assert one(html, "a").attributes["href"] == "/1/"


def test_paging_keeps_the_rest_of_the_question() -> None:
    request = RequestFactory().get("/", {"soort": "wandelen", "page": "2"})
    html = draw("{% pagination page %}", request=request, page=Paginator(range(75), 25).page(2))
    assert one(html, "a", rel="prev").attributes["href"] == "?soort=wandelen&page=1"
    assert one(html, "a", rel="next").attributes["href"] == "?soort=wandelen&page=3"


def test_one_page_needs_no_paging() -> None:
    assert draw("{% pagination page %}", page=Paginator(range(3), 25).page(1)) == ""


def test_a_filter_shows_how_many_also_when_none() -> None:
    chips = [
        parts.FilterChip(label="Vervoer", url="?v", count=0),
        parts.FilterChip(label="Klussen", url="?k", chosen=True),
    ]
    html = draw("{% filter_chips chips 'Soort' %}", chips=chips)
    assert [chip.text.strip() for chip in all_of(html, "a")] == ["Vervoer 0", "Klussen"]
    assert one(html, "a", aria_current="true").text == "Klussen"


def test_a_figure_has_its_of_how_many_and_since_when() -> None:
    html = draw("{% figure 187 'Geholpen' 'van de 214' 'sinds 1 januari' %}")
    assert one(html, "div").text == "Geholpen187 van de 214sinds 1 januari"


def test_a_picture_falls_back_to_letters() -> None:
    assert one(draw("{% avatar 'Fatima Yildiz' %}"), "span").text == "FY"
    assert one(draw("{% avatar 'Fatima' '/f.jpg' %}"), "img").attributes["alt"] == ""


def test_an_empty_list_speaks_and_shows_the_way() -> None:
    html = draw("{% empty_state 'Nog niets' %}{% link_button 'Begin' '/nieuw/' %}{% endempty_state %}")
    assert "Nog niets" in one(html, "div", class_="empty-state").text
    assert one(html, "a").attributes["href"] == "/nieuw/"


def test_a_phone_number_can_be_dialled() -> None:
    assert phone_address("0318 - 555 010") == "0318555010"
    assert phone_address("+31 (0)318 555010") == "+31318555010"
    assert one(draw("{% phone_block '0318 555 010' %}"), "a").attributes["href"] == "tel:0318555010"


@pytest.mark.parametrize("component", ["card", "page_header", "hero", "empty_state"])
def test_what_stands_between_the_tags_is_drawn_as_it_is(component: str) -> None:
    html = draw(f"{{% {component} 'Titel' %}} {{% link_button 'Begin' '/nieuw/' %}} {{% end{component} %}}")
    assert one(html, "a").attributes["href"] == "/nieuw/"
