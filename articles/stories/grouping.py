"""Writes down what belongs together: which texts are copies, which reports tell one story."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, Min

from articles.models import Article, FormerStory, OutboxEntry, Report, Source, Story, TermCount
from articles.models.bulk import update

from .candidates import near
from .carrying import in_order
from .deciding import Deciding, worth_a_look
from .profile import Profile, span
from .rarity import Rarity
from .told import Told

ALL_ARTICLES = 0
# Of two groups the one named first lives on: a story rather than a lone report, and the older story.
STORY, LONE = 0, 1


class Grouping:
    """Places `arrivals`, `Profile`s by article whose traces are written, among all that was there before."""

    def __init__(self, arrivals):
        self.profiles = dict(arrivals)
        self.copies, self.stories = worth_a_look(near([*arrivals]))
        involved = {article for pair in self.stories for article in pair}
        self.reports = _reports_with(involved)
        self._read_profiles()
        self._part_unknown_sources()
        told = {article: Told.unpacked(report.terms) for article, report in self.reports.items()}
        alike = {article for pair in self.copies for article in pair}
        rarity = rarity_of(term for article in alike for term in self.profiles[article].own_terms)
        crowd = _crowd(report.day for report in self.reports.values())
        known = {pk: report.original_id for pk, report in self.reports.items() if report.original_id}
        self.deciding = Deciding(self.profiles, told, rarity, crowd, known)

    def settle(self):
        if self.reports:
            self._settle_copies()
            self._settle_stories()

    def _read_profiles(self):
        """Of what was there before, the text only where it may be a copy."""
        texts = {article for pair in self.copies for article in pair}
        texts |= {self.reports[article].original_id for article in texts if article in self.reports}
        texts -= self.profiles.keys()
        bodies = dict(Article.objects.filter(pk__among=texts).values_list("pk", "body"))
        earlier = [row for pk, row in self.reports.items() if pk not in self.profiles]
        spans = _spans([row.pk for row in earlier if not row.day])
        for row in earlier:
            days = (row.day, row.day) if row.day else spans.get(row.pk)
            self.profiles[row.pk] = Profile(row.pk, row.source, days, row.title, bodies.get(row.pk, ""))

    def _part_unknown_sources(self):
        """Texts that do not say where they were read were hardly all read in one place."""
        nowhere = Source.objects.filter(slug=Source.UNKNOWN).values_list("pk", flat=True).first()
        for profile in self.profiles.values():
            profile.source = -profile.article if profile.source == nowhere else profile.source

    def _settle_copies(self):
        heads = dict(self.deciding.copies)
        grown = self.deciding.find_copies(self.copies)
        groups = defaultdict(set)
        for pk, name in self.deciding.copies.items():
            groups[name].add(pk)
        if grown:
            # Of a group that has its first text, only that one is held against what comes to it.
            _head([groups[name] for name in grown], heads)

    def _settle_stories(self):
        groups, locked = defaultdict(set), set()
        for pk, report in self.reports.items():
            name = (STORY, report.story_id) if report.story_id else (LONE, pk)
            groups[name].add(pk)
            if report.held or report.locked:
                locked.add(name)
        grown = self.deciding.stories(groups, self.stories, locked)
        made = {name: Story() for name, members in grown.items() if name[0] == LONE and len(members) > 1}
        Story.objects.bulk_create(made.values())
        moved = []
        for name, members in grown.items():
            story = made[name].pk if name in made else name[1] if name[0] == STORY else None
            moved += [row for row in map(self.reports.get, members) if _moves(row, story)]
        update(Report, "story_id", [(row.story_id, row.pk) for row in moved])
        dissolve({name[1]: min(groups[name]) for name in groups.keys() - grown.keys() if name[0] == STORY})


def _moves(report, story):
    if report.story_id == story:
        return False
    report.story_id = story
    return True


@dataclass(slots=True)
class Standing:
    """What is asked of a report that may be one of many hundreds: a model's object would take ten times as long."""

    pk: int
    story_id: int | None
    original_id: int | None
    held: bool
    day: int
    terms: bytes
    locked: bool | None
    source: int
    title: str


STANDING = ("pk", "story", "original", "held", "day", "terms")
STANDING += ("story__locked", "article__source", "article__title")


def _reports_with(articles):
    """The reports of the articles, of their stories and of their copies, by article."""
    found = {row.pk: row for row in _standing(article__among=articles)}
    stories = {row.story_id for row in found.values()} - {None}
    originals = {row.original_id for row in found.values()} - {None}
    for row in (*_standing(story__among=stories), *_standing(original__among=originals)):
        found.setdefault(row.pk, row)
    return found


def _standing(**among):
    rows = Report.objects.filter(**among).order_by("pk") if all(among.values()) else Report.objects.none()
    return [Standing(*row) for row in rows.values_list(*STANDING)]


def _spans(undated):
    """Of articles whose day is unknown the first and last that it may be, where that is known."""
    dated = Article.objects.filter(pk__among=undated, published_at__isnull=False) if undated else ()
    return {article.pk: span(article) for article in dated}


def rarity_of(terms):
    """The rarity of words as the archive has counted them."""
    rows = TermCount.objects.filter(term__among={ALL_ARTICLES, *terms})
    counts = dict(rows.values_list("term", "articles"))
    return Rarity(counts, counts.pop(ALL_ARTICLES, 0))


def _crowd(days):
    days = {near for day in set(days) - {0} for near in (day - 1, day, day + 1)}
    return dict(Report.objects.filter(day__in=days).order_by().values_list("day").annotate(Count("article")))


def _head(groups, heads=()):
    """Give the members of each group the first published among them as their original.

    `heads` names for articles the first of the group that they were in already.
    """
    heads = dict(heads)
    rivals = [{heads.get(pk, pk) for pk in group} for group in groups]
    articles = Article.objects.in_bulk({pk for some in rivals for pk in some})
    changed = []
    for group, some in zip(groups, rivals, strict=True):
        first = in_order([articles[pk] for pk in some])[0].pk
        changed += [(first, pk) for pk in group if heads.get(pk) != first]
    update(Report, "original_id", changed)
    OutboxEntry.objects.put(pk for _first, pk in changed)


def head_again(originals):
    """Look anew which text was first in the groups under these; one alone is no group."""
    left = defaultdict(set)
    for article, original in Report.objects.filter(original__in=originals).values_list("article", "original"):
        left[original].add(article)
    _head([group for group in left.values() if len(group) > 1])
    alone = [pk for group in left.values() if len(group) == 1 for pk in group]
    Report.objects.filter(article__in=alone).update(original=None)
    OutboxEntry.objects.put(alone)


def dissolve(stories):
    """Remove those of these stories that no longer have two reports, unless an editor locked them.

    `stories` gives for the number of each an article that it held, or None; its address leads to what it has left, or
    to that article.
    """
    rows = Story.objects.filter(pk__in=stories, locked=False).annotate(
        size=Count("reports"), left=Min("reports__article")
    )
    few = [row for row in rows if row.size < 2]
    FormerStory.objects.keep({story.code: story.left or stories[story.pk] for story in few})
    Story.objects.filter(pk__in=[story.pk for story in few]).delete()
