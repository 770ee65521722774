"""One event as its outlets tell it, side by side."""

from django.shortcuts import render
from django.views.generic import DetailView

from articles.models import FormerStory, Story
from articles.stories.distinct import distinct_words
from articles.stories.figures import disagreements
from articles.stories.grouping import rarity_of
from articles.stories.naming import lone_quotes, named
from articles.stories.tellings import tellings
from articles.stories.terms import key, stems

from .merged import permanently


class StoryView(DetailView):
    slug_field = slug_url_kwarg = "code"
    model = Story

    template_name = "articles/story.html"

    def get_queryset(self):
        return Story.objects.told()

    def get(self, request, code):
        """A story that is no more leads to what it became, and says 410 where nothing of it is left."""
        former = FormerStory.objects.filter(code=code).first()
        if former is None or self.get_queryset().filter(code=code).exists():
            return super().get(request, code)
        if former.became is None:
            return render(request, "articles/story_gone.html", status=410)
        return permanently(request, former.became.get_absolute_url())

    def get_context_data(self, **context):
        articles = list(self.object.articles())
        told = tellings(articles)
        texts = {telling: telling.text for telling in told}
        rarity = rarity_of({key(stem) for text in texts.values() for stem in stems(text)})
        words = distinct_words(texts, rarity) if len(told) > 1 else {}
        return super().get_context_data(
            article_count=len(articles),
            first=told[0].article,
            tellings=told,
            named=named(told),
            quotes=lone_quotes(told),
            numbers=[(about, [*by_text.items()]) for about, by_text in disagreements(texts)],
            words=[(telling, found) for telling, found in words.items() if found],
            **context,
        )
