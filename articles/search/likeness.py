"""More like this: published articles that share an article's telling words."""

from whoosh import query as ask

from articles.models import Article
from articles.search.analysis import words
from articles.search.backend import Unavailable, finder

MOST_WORDS = 400


def similar(article, most=5):
    """The articles most like one, the likest first, without it; none while the index cannot be opened."""
    try:
        now = finder()
    except Unavailable:
        return []
    stems = [word.stem for word in words(article.text)[:MOST_WORDS]]
    wanted = ask.AndNot(now.like(stems, "stem"), ask.Term("django_id", str(article.pk)))
    numbers = [int(hit.stored["django_id"]) for hit in now.find(wanted, limit=most).hits]
    found = Article.objects.published().select_related("source").in_bulk(numbers)
    return [found[number] for number in numbers if number in found]
