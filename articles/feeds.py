"""What feed readers and search engines fetch."""

from django.contrib.sitemaps import Sitemap
from django.contrib.syndication.views import Feed
from django.db.models import Max
from django.urls import reverse, reverse_lazy
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from .models import Actor, Article, Source, Version
from .models.visibility import public

NEWEST = 50


class NewestFeed(Feed):
    """The articles last added, as Atom."""

    feed_type = Atom1Feed
    title = _("Archive of Libya's political news")
    subtitle = _("The articles last added")
    link = reverse_lazy("home")

    def items(self):
        return Article.objects.published().select_related("source").order_by("-added_at", "-pk")[:NEWEST]

    def item_title(self, article):
        return article.title

    def item_description(self, article):
        return article.standfirst

    def item_author_name(self, article):
        return article.source.name

    def item_pubdate(self, article):
        return article.added_at

    def item_updateddate(self, article):
        return article.added_at


class SilentEditsFeed(Feed):
    """Texts that changed at their address after they had been captured."""

    feed_type = Atom1Feed
    title = _("Silent edits")
    subtitle = _("Texts that changed at their address after they had been captured")
    link = reverse_lazy("home")

    def items(self):
        # Few articles are hidden: leaving those out lets the index of the newest edits lead.
        hidden = Article.objects.exclude(public())
        changed = Version.objects.filter(number__gt=1).exclude(article__in=hidden)
        return changed.select_related("article__source").order_by("-captured_at", "-pk")[:NEWEST]

    def item_title(self, version):
        return version.title

    def item_description(self, version):
        return _("Version %(number)d") % {"number": version.number}

    def item_link(self, version):
        return f"{reverse('versions', args=[version.article.code])}?of={version.number}"

    def item_author_name(self, version):
        return version.article.source.name

    def item_pubdate(self, version):
        return version.captured_at

    def item_updateddate(self, version):
        return version.captured_at


class ArticleSitemap(Sitemap):
    """The articles' pages in one language: `i18n` would list all of them, twice, for each page of the sitemap."""

    limit = 2_000
    language = "ar"

    def location(self, article):
        with override(self.language):
            return article.get_absolute_url()

    def items(self):
        return Article.objects.published().order_by("pk").only("code", "added_at")

    def lastmod(self, article):
        return article.added_at

    def get_latest_lastmod(self):
        return Article.objects.published().aggregate(newest=Max("added_at"))["newest"]


class EnglishArticleSitemap(ArticleSitemap):
    language = "en"


class ActorSitemap(Sitemap):
    i18n = alternates = True

    def items(self):
        return Actor.objects.order_by("pk")


class SourceSitemap(Sitemap):
    i18n = alternates = True

    def items(self):
        return Source.objects.order_by("pk")


class PageSitemap(Sitemap):
    i18n = alternates = True

    def items(self):
        return ["home", "actors", "sources", "browse", "about"]

    def location(self, name):
        return reverse(name)


SITEMAPS = {
    "pages": PageSitemap,
    "articles": ArticleSitemap,
    "articles-en": EnglishArticleSitemap,
    "actors": ActorSitemap,
    "sources": SourceSitemap,
}
