"""The same address with another text: a version more, and the article brought up to it."""

from django.db import transaction
from django.db.models import Max

from articles.models import Article, Capture, Version
from articles.models.version import TEXT


def known_texts(articles):
    """What the archive has of each article's key: its address, or source and SHA-256 of the text.

    Returns ``{key: text_sha256}``, for an address that of its newest capture. A text that an editor has
    corrected since is known by its captures.
    """
    urls = {article.url for article in articles} - {""}
    digests = {article.text_sha256 for article in articles if not article.url}
    same_text = [
        *Article.objects.filter(text_sha256__in=digests).values_list("source__slug", "text_sha256"),
        *Capture.objects.filter(text_sha256__in=digests, article__isnull=False).values_list(
            "article__source__slug", "text_sha256"
        ),
    ]
    stored = dict(Article.objects.of_addresses(urls).values_list("url", "text_sha256"))
    captured = Capture.objects.of_addresses(stored)
    return stored | dict(captured.values_list("url", "text_sha256")) | {key: key[1] for key in same_text}


def known_before(articles):
    """Pairs of address and SHA-256 of those captured earlier than what the archive has, with a text that it has too.

    A web archive may come in long after its pages were captured, and come in twice.
    """
    dated = {article.url: article.captured_at for article in articles if article.url and article.captured_at}
    newest, texts = {}, set()
    rows = Capture.objects.of_addresses(dated)
    for url, digest, at in rows.values_list("url", "text_sha256", "captured_at"):
        newest[url] = at
        texts.add((url, digest))
    pairs = {
        (article.url, article.text_sha256): article.captured_at for article in articles if article.captured_at
    }
    return {pair for pair, at in pairs.items() if pair in texts and at < newest[pair[0]]}


@transaction.atomic
def add_version(found, capture):
    """Writes down that the address of `found` had its text when it was captured; returns the `Version`.

    The article takes the text unless a later one is known, or an editor has changed it since the last capture.
    """
    article = Article.objects.select_for_update().of_addresses([found.url]).order_by("pk").first()
    latest = article.versions.in_time().last() or Version.first_of(article)
    if latest.pk is None:
        latest.save()
    capture.article = article
    capture.save()
    version = Version.objects.create(
        article=article,
        capture=capture,
        number=article.versions.aggregate(last=Max("number"))["last"] + 1,
        captured_at=capture.captured_at,
        **{name: getattr(found, name) for name in TEXT},
    )
    if article.text_sha256 == latest.text_sha256 and capture.captured_at >= latest.captured_at:
        for name in TEXT:
            setattr(article, name, getattr(found, name))
        article.save()
    return version
