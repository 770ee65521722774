"""The public addresses, as a table of contents. Arabic stands at the root, English under /en/."""

from django.contrib.sitemaps import views as sitemaps
from django.urls import include, path, register_converter
from django.urls.converters import IntConverter
from django.views.generic import TemplateView

from .feeds import SITEMAPS, NewestFeed, SilentEditsFeed
from .views.actors import ActorListView, ActorView, QuotesView, TogetherView
from .views.articles import ArticleView, ShareImageView
from .views.dates import MonthView, PeriodView, UndatedView, YearsView, YearView
from .views.home import AboutView, HomeView
from .views.memento import TimeGateView, TimeMapJSONView, TimeMapView
from .views.networks import FoundNetworkFileView, FoundNetworkView, NetworkFileView, NetworkView
from .views.search import search, suggest
from .views.sources import SourceListView, SourceView
from .views.stories import StoryView
from .views.theme import ThemeView
from .views.versions import EvidenceView, VersionsView, VersionView


class YearConverter(IntConverter):
    regex = "[12][0-9]{3}"


register_converter(YearConverter, "year")

article_urls = [
    # The permanent address: it holds no word of the title, which may change.
    path("", ArticleView.as_view(), name="article"),
    path("share.png", ShareImageView.as_view(), name="share-image"),
    path("versions/", VersionsView.as_view(), name="versions"),
    path("versions/<int:number>/", VersionView.as_view(), name="version"),
    path("evidence.zip", EvidenceView.as_view(), name="evidence"),
]

actor_urls = [
    path("", ActorListView.as_view(), name="actors"),
    path("<slug:kind>/", ActorListView.as_view(), name="actors-of-kind"),
    path("<slug:kind>/<str:letter>/", ActorListView.as_view(), name="actors-of-letter"),
]

one_actor_urls = [
    path("", ActorView.as_view(), name="actor"),
    path("quotes/", QuotesView.as_view(), name="quotes"),
    path("with/<slug:other>/", TogetherView.as_view(), name="together"),
    path("network/", NetworkView.as_view(), name="actor-network"),
    path("network.<str:ending>", NetworkFileView.as_view(), name="actor-network-file"),
]

date_urls = [
    path("", YearsView.as_view(), name="browse"),
    path("undated/", UndatedView.as_view(), name="browse-undated"),
    path("<year:year>/", YearView.as_view(), name="browse-year"),
    path("<year:year>/<int:month>/", MonthView.as_view(), name="browse-month"),
    path("<year:year>/<int:month>/<int:day>/", PeriodView.as_view(), name="browse-day"),
]

machine_urls = [
    path("timegate/<path:url>", TimeGateView.as_view(), name="timegate"),
    path("timemap/json/<path:url>", TimeMapJSONView.as_view(), name="timemap-json"),
    path("timemap/<path:url>", TimeMapView.as_view(), name="timemap"),
    path("silent-edits.atom", SilentEditsFeed(), name="silent-edits"),
    path("newest.atom", NewestFeed(), name="feed"),
    path("sitemap.xml", sitemaps.index, {"sitemaps": SITEMAPS}, name="sitemap"),
    path(
        "sitemap-<section>.xml",
        sitemaps.sitemap,
        {"sitemaps": SITEMAPS},
        name="django.contrib.sitemaps.views.sitemap",
    ),
    path("robots.txt", TemplateView.as_view(template_name="robots.txt", content_type="text/plain")),
    path(
        "opensearch.xml",
        TemplateView.as_view(
            template_name="opensearch.xml", content_type="application/opensearchdescription+xml"
        ),
        name="opensearch",
    ),
]

urlpatterns = [
    path("", HomeView.as_view(), name="home"),
    path("search/", search, name="search"),
    path("search/suggest/", suggest, name="suggest"),
    path("search/network/", FoundNetworkView.as_view(), name="search-network"),
    path("search/network.<str:ending>", FoundNetworkFileView.as_view(), name="search-network-file"),
    path("about/", AboutView.as_view(), name="about"),
    path("a/<slug:code>/", include(article_urls)),
    path("story/<slug:code>/", StoryView.as_view(), name="story"),
    path("actors/", include(actor_urls)),
    path("actor/<slug:slug>/", include(one_actor_urls)),
    path("network/", NetworkView.as_view(), name="network"),
    path("network.<str:ending>", NetworkFileView.as_view(), name="network-file"),
    path("sources/", SourceListView.as_view(), name="sources"),
    path("source/<slug:slug>/", SourceView.as_view(), name="source"),
    path("dates/", include(date_urls)),
    path("theme/", ThemeView.as_view(), name="theme"),
    *machine_urls,
]
