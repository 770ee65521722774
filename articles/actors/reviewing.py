"""An editor's decisions about mentions: each one act, which `take_back` takes back."""

from itertools import takewhile
from time import monotonic

from django.db import transaction
from django.db.models import Q
from django.utils.text import slugify

from articles.models import Act, Actor, ActorName, Article, DismissedName, Mention, Proposal, Quote
from articles.models.fields import new_code
from articles.models.journal import DECIDED, Journal, undo
from articles.models.merging import part

from .linking import gazetteer, link

Status = Mention.Status
WITHIN = 0.5  # seconds in which an editor may wait for other articles to be read anew


@transaction.atomic
def accept(rows, user=None):
    """Confirm suggestions, mentions or quotes: a list of one, or all of one actor's; returns the `Act`."""
    return _decide(Act.Kind.ACCEPT, rows, user, status=Status.CONFIRMED)


@transaction.atomic
def reject(rows, user=None):
    """They are never offered again in these places."""
    return _decide(Act.Kind.REJECT, rows, user, status=Status.REJECTED)


@transaction.atomic
def reassign(mention, actor, user=None):
    """The words mean another actor."""
    journal = Journal()
    _give(journal, mention, actor)
    return _done(Act.Kind.REASSIGN, f"«{mention.surface}» ← {actor}", journal, [mention], user)


@transaction.atomic
def add_alias(mention, actor, text, kind, user=None):
    """The words mean `actor`, who is called `text` elsewhere too.

    Articles where the same words wait are read anew, those that come next first, as many as WITHIN allows;
    `manage.py link_actors` reads all.
    """
    journal = Journal()
    if not actor.names.filter(text=text).exists():
        journal.create(ActorName(actor=actor, text=text, script=_script(text), kind=kind))
    _give(journal, mention, actor)
    act = _done(Act.Kind.ALIAS, f"«{text}» ← {actor}", journal, [mention], user)
    _link_alike(mention)
    return act


@transaction.atomic
def make_actor(mention, kind, name_ar, name_en, user=None):
    """The words mean somebody whom the register did not have; returns the `Act`, ``mention.actor`` is the new one."""
    journal = Journal()
    actor = journal.create(Actor(slug=_free_slug(name_en), kind=kind, name_ar=name_ar, name_en=name_en))
    _give(journal, mention, actor)
    act = _done(Act.Kind.NEW_ACTOR, name_ar, journal, [mention], user)
    _link_alike(mention)
    return act


@transaction.atomic
def make_proposed(key, kind, name_ar, name_en, user=None):
    """An actor of a name that the articles propose: those articles are linked anew; returns the `Act`."""
    journal = Journal()
    journal.create(Actor(slug=_free_slug(name_en), kind=kind, name_ar=name_ar, name_en=name_en))
    return _done(Act.Kind.NEW_ACTOR, name_ar, journal, list(Proposal.objects.filter(key=key)), user)


@transaction.atomic
def dismiss(key, name, user=None):
    """The name is proposed no more."""
    journal = Journal()
    journal.create(DismissedName(key=key, name=name))
    return Act.objects.create(kind=Act.Kind.DISMISS, about=name, done_by=user, steps=journal.steps)


@transaction.atomic
def take_back(act, user=None):
    """Undo an act and find its articles' mentions anew; `CannotUndo` as `journal.undo`.

    A merge's own mentions go back as they were, and only those that came since are found anew.
    """
    if act.kind == Act.Kind.MERGE:
        came = part(act, user)
        _link_again(came.exclude(status__in=DECIDED) if came.model is Mention else [])
        return
    touched = [*_found_by_what_was_made(act)]
    undo(act, user)
    for model in (Mention, Quote):
        steps = (step for step in act.steps if step.get("model") == model._meta.label_lower)
        touched += model.objects.filter(pk__in=[key for step in steps for key in step.get("pks", ())])
    _link_again(touched)


def _found_by_what_was_made(act):
    """Mentions that the linker owes to an actor or a name that the act made."""
    made = {model: [] for model in (Actor, ActorName)}
    for step in act.steps:
        for model, keys in made.items():
            if (step["did"], step.get("model")) == ("create", model._meta.label_lower):
                keys.append(step["pk"])
    found = Q(actor__in=made[Actor])
    for actor, text in ActorName.objects.filter(pk__in=made[ActorName]).values_list("actor", "text"):
        found |= Q(actor=actor, surface__contains=text)
    return Mention.objects.filter(found)


def _decide(kind, rows, user, **values):
    rows = list(rows)
    journal = Journal()
    journal.change(rows, **values)
    words = list(dict.fromkeys(map(str, rows)))
    more = f" (+{len(words) - 3})" if len(words) > 3 else ""
    return _done(kind, "، ".join(f"«{said}»" for said in words[:3]) + more, journal, rows, user)


def _give(journal, mention, actor):
    """Confirm the mention for the actor, in place of what else was found there for the same one."""
    place = {name: getattr(mention, name) for name in ("article_id", "part", "start", "end", "office_id")}
    for twin in Mention.objects.filter(actor=actor, **place).exclude(pk=mention.pk):
        journal.delete(twin)
    journal.change(
        [mention], actor_id=actor.pk, status=Status.CONFIRMED, method=Mention.Method.EDITOR, confidence=1.0
    )
    mention.actor = actor


def _done(kind, about, journal, rows, user):
    act = Act.objects.create(kind=kind, about=about[:500], done_by=user, steps=journal.steps)
    _link_again(rows)
    return act


def _link_again(rows):
    """What was decided changes what the linker finds beside it."""
    names = gazetteer()
    for article in _articles_of(rows):
        link(article, names)


def _link_alike(mention):
    waiting = Mention.objects.filter(surface=mention.surface, status=Status.SUGGESTED).order_by("pk")
    rows = [*waiting.filter(pk__gt=mention.pk), *waiting.filter(pk__lt=mention.pk)]
    names, until = gazetteer(), monotonic() + WITHIN
    for article in takewhile(lambda _article: monotonic() < until, _articles_of(rows)):
        link(article, names)


def _articles_of(rows):
    """Their articles one by one, in the order of the rows."""
    for number in dict.fromkeys(row.article_id for row in rows):
        yield Article.objects.select_related("source").get(pk=number)


def _script(text):
    return ActorName.Script.LATIN if text.isascii() else ActorName.Script.ARABIC


def _free_slug(name):
    slug = slugify(name)[:90] or new_code()
    return f"{slug}-{new_code()}" if Actor.objects.filter(slug=slug).exists() else slug
