"""Addresses of the pages about areas, to be mounted with an access decorator around them."""

from django.urls import path, register_converter

from samenspel.places import views


class AreaCode:
    """A CBS code at the beginning of an address."""

    regex = "[A-Za-z]{2}[0-9A-Za-z]{4,8}"

    def to_python(self, value: str) -> str:
        """As it stands; the page understands small letters too."""
        return value

    def to_url(self, value: str) -> str:
        """As it stands."""
        return value


register_converter(AreaCode, "area_code")

app_name = "places"
urlpatterns = [
    path("", views.index, name="index"),
    path("<area_code:code>-<slug:name>/", views.area, name="area"),
    path("<area_code:code>/", views.area, name="by_code"),
]
