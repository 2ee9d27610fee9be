"""The places context."""

from django.apps import AppConfig


class PlacesConfig(AppConfig):
    """Municipality, district, neighbourhood, postcode."""

    name = "samenspel.places"
    label = "places"
    default_auto_field = "django.db.models.BigAutoField"
