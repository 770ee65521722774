"""Whether what is grouped may have changed since."""

from django.db.models import Count, Max

from articles.models import Act, Story


def state():
    """What differs once stories were made, dissolved, joined, split or given back: two queries.

    An article that comes to a story that was there changes the state of the index, not this one.
    """
    stories = Story.objects.aggregate(last=Max("pk"), number=Count("pk"))
    acts = Act.objects.aggregate(last=Max("pk"), undone=Max("undone_at"))
    return *stories.values(), *acts.values()
