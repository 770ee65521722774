"""An editor's decisions about mentions: each one act, which `articles.models.journal.undo` takes back."""

from django.db import transaction
from django.utils.text import slugify

from articles.models import Act, Actor, ActorName, Article, DismissedName, Mention, Proposal, Quote
from articles.models.fields import new_code
from articles.models.journal import Journal, undo

from .linking import link

Status = Mention.Status


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
    """The words mean `actor`, who is called `text` elsewhere too: suggestions of the same words are found anew."""
    journal = Journal()
    if not actor.names.filter(text=text).exists():
        journal.create(ActorName(actor=actor, text=text, script=_script(text), kind=kind))
    _give(journal, mention, actor)
    return _done(Act.Kind.ALIAS, f"«{text}» ← {actor}", journal, _alike(mention), user)


@transaction.atomic
def make_actor(mention, kind, name_ar, name_en, user=None):
    """The words mean somebody whom the register did not have; returns the `Act`, ``mention.actor`` is the new one."""
    journal = Journal()
    actor = journal.create(Actor(slug=_free_slug(name_en), kind=kind, name_ar=name_ar, name_en=name_en))
    _give(journal, mention, actor)
    return _done(Act.Kind.NEW_ACTOR, name_ar, journal, _alike(mention), user)


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
    """Undo an act and find its articles' mentions anew; `CannotUndo` as `journal.undo`."""
    made = [step["pk"] for step in act.steps if step.get("model") == "articles.actor" and "pk" in step]
    touched = list(Mention.objects.filter(actor__in=made))
    undo(act, user)
    if act.kind == Act.Kind.MERGE:
        return  # Its mentions have gone back as they were; there may be thousands.
    _link_again(touched)
    for model in (Mention, Quote):
        steps = (step for step in act.steps if step.get("model") == model._meta.label_lower)
        _link_again(model.objects.filter(pk__in=[key for step in steps for key in step.get("pks", ())]))


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
    for article in Article.objects.filter(pk__in={row.article_id for row in rows}):
        link(article)


def _alike(mention):
    """The mention, and where the same words wait for a decision."""
    return [mention, *Mention.objects.filter(surface=mention.surface, status=Status.SUGGESTED)[:200]]


def _script(text):
    return ActorName.Script.LATIN if text.isascii() else ActorName.Script.ARABIC


def _free_slug(name):
    slug = slugify(name)[:90] or new_code()
    return f"{slug}-{new_code()}" if Actor.objects.filter(slug=slug).exists() else slug
