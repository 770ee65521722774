"""The way to one sentence of an article."""

from urllib.parse import quote as percent_encoded

from django import template

register = template.Library()

# Words at either end that tell a browser which sentence is meant.
ENDS = 4


@register.filter
def sentence_address(quote):
    """The article's address with a text fragment: the browser scrolls to the sentence and marks it.

    https://wicg.github.io/scroll-to-text-fragment/; a browser without it opens the article at its top.
    """
    return quote.article.get_absolute_url() + fragment(quote.sentence)


def fragment(sentence):
    """What an address ends in to lead to a sentence: ``#:~:text=…``."""
    words = sentence.split()
    ends = [words] if len(words) <= 2 * ENDS else [words[:ENDS], words[-ENDS:]]
    parts = (percent_encoded(" ".join(part), safe="").replace("-", "%2D") for part in ends)
    return f"#:~:text={','.join(parts)}"
