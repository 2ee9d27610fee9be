"""When people work and when the nightly clock goes round."""

from datetime import datetime, time, timedelta

from samenspel.lib import clock

OPENS, CLOSES, SATURDAY = 9, 17, 5
NIGHT = time(4, 20)


def working(moment: datetime) -> datetime:
    """The first moment from then on that is on a working day between nine and five."""
    here = moment.astimezone(clock.AMSTERDAM)
    if here.hour >= CLOSES:
        here = (here + timedelta(days=1)).replace(hour=OPENS)
    while here.weekday() >= SATURDAY:
        here = (here + timedelta(days=1)).replace(hour=OPENS)
    return here.replace(hour=OPENS) if here.hour < OPENS else here


def next_night(moment: datetime) -> datetime:
    """When the clock goes round first after this moment."""
    here = moment.astimezone(clock.AMSTERDAM)
    night = datetime.combine(here.date(), NIGHT, clock.AMSTERDAM)
    return night if night > here else night + timedelta(days=1)
