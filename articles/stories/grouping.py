"""Writes down what belongs together: which texts are copies, which reports tell one story."""

from collections import defaultdict

from django.db.models import Count, Min

from articles.models import Article, FormerStory, OutboxEntry, Report, Story, TermCount
from articles.models.bulk import update

from .candidates import near
from .carrying import in_order
from .deciding import Deciding, worth_a_look
from .profile import Profile, span
from .rarity import Rarity
from .told import Told

ALL_ARTICLES = 0
AT_ONCE = 5000
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
        found = Article.objects.filter(pk__in=texts)
        bodies = dict(found.values_list("pk", "body"))
        for pk, report in self.reports.items():
            if pk not in self.profiles:
                article = report.article
                self.profiles[pk] = Profile(
                    pk, article.source_id, span(article), article.title, bodies.get(pk, "")
                )

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
            if report.held or (report.story_id and report.story.locked):
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


def _reports_with(articles):
    """The reports of the articles, of their stories and of their copies, by article."""
    rows = Report.objects.select_related("story").defer("stamp")
    dated = ("article__published_at", "article__published_precision")
    rows = rows.select_related("article").only(
        "story__locked", "article__source", "article__title", *dated, "original", "held", "day", "terms"
    )
    found = {row.pk: row for row in _in(rows, "article", articles)}
    stories = {row.story_id for row in found.values()} - {None}
    originals = {row.original_id for row in found.values()} - {None}
    for row in (*_in(rows, "story", stories), *_in(rows, "original", originals)):
        found.setdefault(row.pk, row)
    return found


def _in(rows, name, values):
    values = sorted(values)
    for start in range(0, len(values), AT_ONCE):
        yield from rows.filter(**{f"{name}__in": values[start : start + AT_ONCE]})


def rarity_of(terms):
    """The rarity of words as the archive has counted them."""
    wanted, counts = sorted({ALL_ARTICLES, *terms}), {}
    for start in range(0, len(wanted), AT_ONCE):
        rows = TermCount.objects.filter(term__in=wanted[start : start + AT_ONCE])
        counts.update(rows.values_list("term", "articles"))
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
