"""Days and periods of the archive's time zone as moments of the database."""

import datetime

from django.db.models import Q
from django.utils import timezone

DAY = datetime.timedelta(days=1)


def midnight(day):
    """The moment at which a `date` begins here."""
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time.min))


def span(period, name="published_at"):
    """The condition that the moment in a column lies in a `PartialDate`."""
    since, until = midnight(period.earliest()), midnight(period.latest() + DAY)
    return Q((f"{name}__gte", since), (f"{name}__lt", until))
