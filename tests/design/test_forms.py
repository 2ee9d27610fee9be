"""One renderer draws every form: label, help, error, group, and a summary that leads to the mistake."""

import pytest
from django import forms
from django.utils.safestring import SafeString

from samenspel.design.sampleform import SampleForm
from tests.design.page import all_of, one

WRONG = {"name": "", "email": "jan", "about": "Samen wandelen", "when": "nooit", "area": "", "password": "x"}


@pytest.fixture(scope="module")
def empty() -> SafeString:
    return SampleForm().render()


@pytest.fixture(scope="module")
def refused() -> SafeString:
    return SampleForm(WRONG).render()


def test_every_control_has_a_label_or_a_legend(empty: SafeString) -> None:
    labelled = {label.attributes["for"] for label in all_of(empty, "label")}
    controls = [*all_of(empty, "input"), *all_of(empty, "select"), *all_of(empty, "textarea")]
    assert [control.attributes["id"] for control in controls if control.attributes["id"] not in labelled] == []
    assert len(all_of(empty, "legend")) == len(all_of(empty, "fieldset")) == 2


def test_ids_are_unique(refused: SafeString) -> None:
    ids = [element.attributes["id"] for element in all_of(refused) if "id" in element.attributes]
    assert len(ids) == len(set(ids))


def test_the_help_sentence_belongs_to_its_control(empty: SafeString) -> None:
    control = one(empty, "input", name="email")
    assert control.attributes["aria-describedby"] == "id_email_helptext"
    assert one(empty, id="id_email_helptext").text == "Hier sturen wij de bevestiging naartoe."


def test_what_is_optional_says_so_and_what_is_compulsory_does_not(empty: SafeString) -> None:
    assert "(niet verplicht)" in one(empty, "label", for_="id_area").text
    assert "(niet verplicht)" not in one(empty, "label", for_="id_name").text


def test_a_search_form_leaves_the_word_optional_out() -> None:
    class Search(forms.Form):
        hide_optional = True
        words = forms.CharField(label="Zoek", required=False)

    assert "(niet verplicht)" not in Search().render()


def test_autocomplete_of_the_widget_is_kept(empty: SafeString) -> None:
    assert one(empty, "input", name="name").attributes["autocomplete"] == "name"


def test_controls_get_their_look_without_a_word_in_the_form(empty: SafeString) -> None:
    assert one(empty, "input", name="email").attributes["class"] == "utrecht-textbox"
    assert one(empty, "select", name="area").attributes["class"] == "utrecht-select"
    assert one(empty, "textarea", name="about").attributes["class"] == "utrecht-textarea"


def test_a_class_of_the_widget_is_kept_beside_ours() -> None:
    class Coded(forms.Form):
        code = forms.CharField(widget=forms.TextInput(attrs={"class": "wide"}))

    assert one(Coded().render(), "input").attributes["class"] == "utrecht-textbox wide"


def test_an_error_stands_beside_its_field_and_is_announced(refused: SafeString) -> None:
    control = one(refused, "input", name="email")
    assert control.attributes["aria-invalid"] == "true"
    assert control.attributes["aria-describedby"] == "id_email_helptext id_email_error"
    assert "Dit is geen e-mailadres." in one(refused, id="id_email_error").text


def test_what_was_typed_is_still_there(refused: SafeString) -> None:
    assert one(refused, "input", name="email").attributes["value"] == "jan"
    assert one(refused, "textarea", name="about").text.strip() == "Samen wandelen"
    assert "value" not in one(refused, "input", name="password").attributes


def test_the_summary_leads_to_every_mistake(refused: SafeString) -> None:
    summary = one(refused, "div", class_="error-summary")
    assert summary.attributes["tabindex"] == "-1"
    targets = [link.attributes["href"].removeprefix("#") for link in all_of(refused, "a")]
    assert targets == ["id_name", "id_email", "id_when_0", "id_agreed"]
    assert all(one(refused, "input", id=target) for target in targets)


def test_a_group_of_radio_buttons_carries_the_error_as_a_group(refused: SafeString) -> None:
    group = one(refused, "fieldset", role="radiogroup")
    assert group.attributes["aria-invalid"] == "true"
    assert group.attributes["aria-describedby"] == "id_when_helptext id_when_error"
    assert all("aria-invalid" not in radio.attributes for radio in all_of(refused, "input", type="radio"))


def test_a_form_without_mistakes_has_no_summary(empty: SafeString) -> None:
    assert all_of(empty, class_="error-summary") == []


def test_an_error_of_the_whole_form_stands_in_the_summary() -> None:
    form = SampleForm(WRONG)
    form.add_error(None, "Deze week is al vol.")
    assert "Deze week is al vol." in one(form.render(), "div", class_="error-summary").text


def test_hidden_fields_are_sent_but_not_shown() -> None:
    class Versioned(forms.Form):
        version = forms.CharField(widget=forms.HiddenInput)

    html = Versioned(initial={"version": "3"}).render()
    assert one(html, "input", type="hidden").attributes["value"] == "3"
    assert all_of(html, "label") == []


def test_text_of_a_user_cannot_become_a_tag() -> None:
    html = SampleForm({**WRONG, "about": "</textarea><script>", "email": '"><b>'}).render()
    assert all_of(html, "script") == all_of(html, "b") == []


def test_a_formset_draws_each_form_the_same_way() -> None:
    formset = forms.formset_factory(SampleForm, extra=2)()
    assert len(all_of(formset.render(), "input", type="email")) == 2
