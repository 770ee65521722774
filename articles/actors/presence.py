"""Where, when, with whom and under what name an actor appears in the published articles."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import combinations, groupby

from django.db.models import Case, Count, F, OuterRef, Subquery, Sum, When

from articles.models import Actor, Article, Mention, Unit
from articles.models.visibility import public

NAMED_BY = ("slug", "kind", "name_ar", "name_en")  # what a list of actors shows of each
IN_TITLE = 6  # mentions in the text that one in the title is worth


def mentions_of(actor):
    """The actor's mentions that the public sees."""
    return Mention.objects.shown().filter(public("article__"), actor=actor)


def articles_naming(*actors):
    """The published articles that name every one of the actors."""
    articles = Article.objects.published()
    for actor in actors:
        articles = articles.naming(actor)
    return articles


def telling(actor, limit=5):
    """The published articles that say most of the actor: those whose titles name him, then those that often do."""
    worth = Sum(Case(When(part=Mention.Part.TITLE, then=IN_TITLE), default=1))
    # Few articles are hidden: leaving those out spares a look at each of the others.
    named = actor.mentions.shown().exclude(article__in=Article.objects.exclude(public())).order_by()
    weighed = named.values("article").annotate(weight=worth).filter(weight__gt=1)
    best = weighed.order_by("-weight", "-article").values("article")[:limit]
    weight = named.filter(article=OuterRef("pk")).values("article").annotate(weight=worth).values("weight")
    articles = Article.objects.filter(pk__in=best).annotate(weight=Subquery(weight))
    return articles.select_related("source").order_by("-weight", "-pk")


def company(actor, least=1, limit=20, articles=None, unit=Unit.ARTICLES):
    """Others in the same articles, the most frequent first, each with `together`, the number of articles or stories.

    `articles` narrows them to a queryset's.
    """
    together = articles_naming(actor) if articles is None else articles.naming(actor)
    rows = (
        Mention.objects.shown()
        .filter(article__in=together.order_by().values("pk"))
        .exclude(actor=actor)
        .order_by()
        .values("actor", *(f"actor__{name}" for name in NAMED_BY))
        .annotate(together=unit.counted("article", repeated=True))
        .filter(together__gte=least)
        .order_by("-together", "actor__name_ar")[:limit]
    )
    return [_companion(row) for row in rows]


def _companion(row):
    other = Actor(pk=row["actor"], **{name: row[f"actor__{name}"] for name in NAMED_BY})
    other.together = row["together"]
    return other


@dataclass(frozen=True)
class Wording:
    """What a source puts in place of a name or before it, and how many of its articles do so."""

    text: str
    articles: int


def called_by_sources(actor, limit=6):
    """For each source its `Wording`s of the actor, the most used first: a list of (source name, wordings).

    Counted are ranks before the name, offices that mean the actor, and names other than the canonical ones.
    """
    rows = (
        mentions_of(actor)
        .values("article__source", "rank", "surface", "method")
        .annotate(source=F("article__source__name_ar"), articles=Count("article", distinct=True))
        .order_by("source")
    )
    plain = {actor.name_ar, actor.name_en}
    printed = {row["surface"] for row in rows}
    found = []
    for source, group in groupby(rows, key=lambda row: row["source"]):
        counts = defaultdict(int)
        for row in group:
            wording = _wording(row, plain, printed)
            if wording:
                counts[wording] += row["articles"]
        ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:limit]
        if ranked:
            found.append((source, [Wording(*pair) for pair in ranked]))
    return found


def _wording(row, plain, printed):
    """The rank, or the office or alias without the clitic that others print it without; "" for the plain name."""
    if row["rank"]:
        return row["rank"]
    surface = row["surface"][1:] if row["surface"][1:] in printed else row["surface"]
    named = row["method"] in (Mention.Method.OFFICE, Mention.Method.ALIAS)
    return surface if named and surface not in plain else ""


@dataclass
class Network:
    """Actors that appear together: `actors` with their counts, `edges` as (actor, actor, count), all of one `unit`."""

    actors: list = field(default_factory=list)
    edges: list = field(default_factory=list)
    unit: Unit = Unit.ARTICLES


def network(articles, size=50, least=2, unit=Unit.ARTICLES):
    """Who appears with whom in a queryset of articles: the `size` most named, edges of at least `least` of the unit."""
    mentions = Mention.objects.shown().filter(article__in=articles.values("pk")).order_by()
    named = mentions.values_list("actor").annotate(number=unit.counted("article", repeated=True))
    counts = dict(named.order_by("-number", "actor")[:size])
    together = _together(mentions.filter(actor__in=counts), unit)
    return _network(counts, {pair: count for pair, count in together.items() if count >= least}, unit)


def _together(mentions, unit):
    """For each pair of actors that an article names, in how many articles or stories that is so."""
    rows = mentions.annotate(each=unit.each("article")).values_list("article", "each", "actor").distinct()
    pairs = {
        (each, pair)
        for (_article, each), group in groupby(rows.order_by("article").iterator(), key=lambda row: row[:2])
        for pair in combinations(sorted(actor for *_, actor in group), 2)
    }
    return Counter(pair for _each, pair in pairs)


def _network(counts, together, unit):
    actors = Actor.objects.in_bulk(counts)
    for number, actor in actors.items():
        actor.article_count = counts[number]
    edges = [(actors[one], actors[other], count) for (one, other), count in together.items()]
    return Network(
        sorted(actors.values(), key=lambda actor: -actor.article_count),
        sorted(edges, key=lambda edge: -edge[2]),
        unit,
    )
