"""The design context."""

from django.apps import AppConfig


class DesignConfig(AppConfig):
    """The look: base templates, components, one form renderer."""

    name = "samenspel.design"
    label = "design"
