"""Finds an article's copies and the story it tells when it arrives, by what is looked up and never by all pairs."""

from collections import Counter
from operator import attrgetter
from zlib import crc32

from django.db import connection, transaction
from django.db.models import F, Min, Q

from articles.models import Article, FormerStory, Report, Story, TermCount, Trace
from articles.models.bulk import insert

from .grouping import ALL_ARTICLES, Grouping, dissolve, head_again, rarity_of
from .profile import Profile
from .told import Told

AT_ONCE = 500
REPORT = ("article_id", "day", "stamp", "terms")


def place_saved(sender, instance, raw=False, **signal):
    """Receiver for Article's post_save: its place changes in the transaction that changes its text."""
    if raw or Report.objects.filter(article=instance, stamp=stamp(Profile.of(instance))).exists():
        return
    if Report.objects.filter(article=instance).exists():
        replace([instance])
    else:
        place_new([instance])


def stamp(profile):
    """A number that changes when anything that is compared does."""
    return crc32(f"{profile.source} {profile.span} {profile.title}\n{profile.body}".encode())


@transaction.atomic(savepoint=False)
def place_new(articles, known=None):
    """Give articles that have none yet their places among the others; `known` are their `Traits`, if at hand."""
    pairs = zip(articles, known or [None] * len(articles), strict=True)
    profiles = {article.pk: Profile.of(article, traits) for article, traits in pairs}
    _count(profiles.values())
    _place(profiles, set())


@transaction.atomic(savepoint=False)
def replace(articles):
    """Place again what was placed before and has changed; what an editor decided stays."""
    keys = [article.pk for article in articles]
    reports = Report.objects.filter(article__in=keys)
    stories = dict(reports.exclude(story=None).values_list("story", "article"))
    reports.filter(held=False).exclude(story__locked=True).update(story=None)
    originals = set(reports.exclude(original=None).values_list("original", flat=True))
    reports.update(original=None)
    head_again(originals)
    Trace.objects.filter(article__in=keys).delete()
    _place({article.pk: Profile.of(article) for article in articles}, set(keys))
    dissolve(stories)


def place_all():
    """Place all articles from the start, in the order of their dates, yielding after each batch how many it held.

    What editors locked or set apart stays, and a story found again has its address again.
    """
    with transaction.atomic():
        _clear()
    for some in _batches(Article.objects.order_by(F("published_at").asc(nulls_first=True), "pk")):
        with transaction.atomic():
            profiles = {article.pk: Profile.of(article) for article in some}
            _count(profiles.values())
            _place(profiles, set(Report.objects.filter(article__in=profiles).values_list("pk", flat=True)))
        yield len(some)
    with transaction.atomic():
        _take_up_addresses()


def _clear():
    """Nothing is placed but what editors placed; each story that goes leaves its address by its first article."""
    Trace.objects.all().delete()
    TermCount.objects.all().delete()
    machine_made = Report.objects.exclude(Q(story__locked=True) | Q(held=True))
    going = Story.objects.filter(locked=False).exclude(reports__held=True)
    firsts = going.annotate(first=Min("reports__article")).values_list("code", "first")
    FormerStory.objects.keep(dict(firsts.iterator()))
    machine_made.delete()
    Report.objects.update(original=None)
    Story.objects.filter(reports=None, locked=False).delete()


def _take_up_addresses():
    """A story found again has the latest of the addresses that lead to it, and that leads nowhere else any more."""
    former = FormerStory.objects.filter(article__report__story__locked=False).order_by("pk")
    rows = former.values_list("article__report__story", "pk", "code")
    latest = {story: (pk, code) for story, pk, code in rows.iterator()}
    stories = [Story(pk=story, code=code) for story, (_pk, code) in latest.items()]
    FormerStory.objects.filter(pk__in=[pk for pk, _code in latest.values()]).delete()
    Story.objects.bulk_update(stories, ["code"], batch_size=AT_ONCE)


def _batches(articles):
    """Lists of articles in their order; no cursor stays open, lest another's writing lock this one's out."""
    keys = list(articles.values_list("pk", flat=True))
    for start in range(0, len(keys), AT_ONCE):
        some = articles.model.objects.in_bulk(keys[start : start + AT_ONCE])
        yield [some[key] for key in keys[start : start + AT_ONCE] if key in some]


def _place(profiles, placed):
    """Write what the articles are found by, look, and group; `placed` have a row already."""
    rarity = rarity_of(term for profile in profiles.values() for term in profile.terms)
    told = {pk: Told.of(profile.terms, profile.headline, rarity) for pk, profile in profiles.items()}
    reports = [_report(profile, told[pk]) for pk, profile in profiles.items()]
    new = [row for row in reports if row.pk not in placed]
    insert(Report, REPORT, map(attrgetter(*REPORT), new))
    Report.objects.bulk_update([row for row in reports if row.pk in placed], ["day", "stamp", "terms"])
    # In the order of the table, into which so many rows go twice as fast.
    insert(
        Trace,
        ("key", "day", "article_id"),
        sorted(trace for pk, profile in profiles.items() for trace in _traces(profile, told[pk])),
    )
    Grouping(profiles).settle()


def _report(profile, told):
    return Report(article_id=profile.article, day=profile.day, stamp=stamp(profile), terms=told.packed())


def _traces(profile, told):
    for key in set(profile.sketch):
        yield key, 0, profile.article
    for key in told.leads:
        yield key, profile.day, profile.article


def _count(profiles):
    """Add the articles' words to their frequencies: an upsert, which the ORM cannot say with a sum."""
    counts = Counter(term for profile in profiles for term in profile.terms)
    counts[ALL_ARTICLES] = len(profiles)
    table = connection.ops.quote_name(TermCount._meta.db_table)
    with connection.cursor() as cursor:
        # In one order, so that two writers cannot wait for each other.
        cursor.executemany(
            f"INSERT INTO {table} (term, articles) VALUES (%s, %s)"
            f" ON CONFLICT (term) DO UPDATE SET articles = {table}.articles + excluded.articles",
            sorted(counts.items()),
        )
