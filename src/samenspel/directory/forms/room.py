"""The one tap that says whether there is room, with the one number that goes with it."""

from collections.abc import Mapping
from typing import Any

from django import forms

from samenspel.directory.rules import MOST_PLACES, MOST_WEEKS, Capacity, Room


class RoomForm(forms.Form):
    """Is there room? One tap says so; a number can go with it."""

    capacity = forms.ChoiceField(choices=[(one.value, one.value) for one in Capacity if one != Capacity.UNKNOWN])
    number = forms.IntegerField(required=False, min_value=0)

    def room(self) -> Room:
        """What was said; no places is full, and a number beyond what can be meant becomes the highest."""
        return room_of(self.cleaned_data)


def room_of(said: Mapping[str, Any]) -> Room:
    """Room, waiting list or full, with the number that goes with it."""
    capacity, number = Capacity(said["capacity"]), said["number"]
    if capacity == Capacity.ROOM and number is not None:
        return Room(Capacity.ROOM, free_places=min(number, MOST_PLACES)) if number else Room(Capacity.FULL)
    if capacity == Capacity.WAITING and number:
        return Room(Capacity.WAITING, waiting_weeks=min(number, MOST_WEEKS))
    return Room(capacity)
