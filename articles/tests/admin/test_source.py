"""A source's home page keeps its domain among the source's domains."""

from django.urls import reverse

from articles.models import Source, SourceDomain
from articles.tests.builders import make_source

ADD = reverse("admin:articles_source_add")
NO_DOMAINS = {"domains-TOTAL_FORMS": "0", "domains-INITIAL_FORMS": "0"}


def typed(**fields):
    return NO_DOMAINS | {
        "name_ar": "وكالة الأنباء الليبية",
        "name_en": "LANA",
        "slug": "lana",
        "kind": "agency",
        "homepage": "https://www.lana.gov.ly/",
        "country": "LY",
        "note": "",
        **fields,
    }


def domains():
    return list(SourceDomain.objects.values_list("source__slug", "domain"))


def test_the_home_pages_domain_finds_its_source(editor):
    editor.post(ADD, typed())
    assert domains() == [("lana", "lana.gov.ly")]


def test_a_former_home_page_still_finds_it(editor):
    editor.post(ADD, typed())
    source = Source.objects.get()
    inline = {
        "domains-TOTAL_FORMS": "1",
        "domains-INITIAL_FORMS": "1",
        "domains-0-id": source.domains.get().pk,
        "domains-0-source": source.pk,
        "domains-0-domain": "lana.gov.ly",
    }
    editor.post(
        reverse("admin:articles_source_change", args=[source.pk]),
        typed(homepage="https://lana.example.org/") | inline,
    )
    assert domains() == [("lana", "lana.example.org"), ("lana", "lana.gov.ly")]


def test_a_social_account_does_not_claim_its_hosts_domain(editor):
    editor.post(ADD, typed(kind="social", homepage="https://facebook.com/lana"))
    assert (Source.objects.count(), domains()) == (1, [])


def test_a_domain_belongs_to_one_source(editor):
    other = make_source("وكالة أخرى")
    SourceDomain.objects.create(source=other, domain="lana.gov.ly")
    page = editor.post(ADD, typed())
    errors = page.context["adminform"].form.errors
    assert errors == {"homepage": ["هذا النطاق لمصدر آخر: وكالة أخرى"]}
