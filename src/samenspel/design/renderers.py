"""One way to draw every form: label, help sentence and error beside the field, a summary on top.

Set `FORM_RENDERER = "samenspel.design.renderers.FormRenderer"` and put `django.forms` in
INSTALLED_APPS below `samenspel.design`, so that our widget templates win. Then `{{ form }}` is enough.

A form on which nothing is compulsory (a search or a filter) sets `hide_optional = True`, because
'(niet verplicht)' behind every field says nothing there.
"""

from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.forms.renderers import TemplatesSetting


class Field(BoundField):
    """A form field as the templates in design/forms/ draw it."""

    @property
    def is_checkbox(self) -> bool:
        """Say whether this is one lone tick box, whose label stands behind it."""
        return isinstance(self.field.widget, forms.CheckboxInput)

    @property
    def is_radio_group(self) -> bool:
        """Say whether the field is a choice of one out of several visible answers."""
        # CheckboxSelectMultiple inherits from RadioSelect.
        widget = self.field.widget
        return isinstance(widget, forms.RadioSelect) and not isinstance(widget, forms.CheckboxSelectMultiple)

    @property
    def show_optional(self) -> bool:
        """Say whether '(niet verplicht)' belongs behind the label."""
        return not self.field.required and not getattr(self.form, "hide_optional", False)

    @property
    def block_classes(self) -> str:
        """Give the classes of the block around label, help, error and control."""
        own = "field field--invalid" if self.errors else "field"
        return self.css_classes(own)

    @property
    def error_anchor(self) -> str:
        """Give the id the error summary links to: the first control that can take focus."""
        if isinstance(self.field.widget, forms.RadioSelect):
            return f"{self.auto_id}_0"
        return self.id_for_label or str(self.auto_id)

    def build_widget_attrs(self, attrs: dict[str, Any], widget: forms.Widget | None = None) -> dict[str, Any]:
        """Leave aria-invalid off single radio buttons: ARIA allows it on the group only."""
        built: dict[str, Any] = super().build_widget_attrs(attrs, widget)
        if self.is_radio_group:
            built.pop("aria-invalid", None)
        return built


class FormRenderer(TemplatesSetting):
    """Draw forms with the templates of the look."""

    form_template_name = "design/forms/form.html"
    formset_template_name = "design/forms/formset.html"
    field_template_name = "design/forms/field.html"
    bound_field_class = Field
