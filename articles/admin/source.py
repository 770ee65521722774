"""Sources and their domains."""

from django import forms
from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Source, SourceDomain
from articles.models.merging import merge_sources
from articles.models.source import domain_of, keep_home_domain
from articles.templatetags.countries import country_name

from .folded_search import FoldedSearch
from .history import ArchiveAdmin
from .merging import KeepsFormerAddresses, Merging


class SourceForm(KeepsFormerAddresses, forms.ModelForm):
    class Meta:
        model = Source
        fields = [
            "to_check",
            "name_ar",
            "name_en",
            "slug",
            "kind",
            "homepage",
            "country",
            "note",
            "text_rule",
        ]
        widgets = {
            "name_en": forms.TextInput(attrs={"class": "vTextField", "dir": "ltr"}),
            "slug": forms.TextInput(attrs={"class": "vTextField", "dir": "ltr"}),
            "country": forms.TextInput(attrs={"size": 3, "dir": "ltr"}),
            "text_rule": forms.TextInput(attrs={"class": "vTextField", "dir": "ltr"}),
            "note": forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        }

    def clean(self):
        fields = super().clean()
        taken = SourceDomain.objects.filter(domain=domain_of(fields.get("homepage") or ""))
        other = taken.exclude(source=self.instance.pk).select_related("source").first()
        if other and fields.get("kind") != Source.Kind.SOCIAL:
            self.add_error("homepage", _("This domain belongs to another source: %s") % other.source)
        return fields


class CountryFilter(admin.SimpleListFilter):
    """The countries there are, by name."""

    title = Source._meta.get_field("country").verbose_name
    parameter_name = "country"

    def lookups(self, request, model_admin):
        codes = Source.objects.exclude(country="").order_by().values_list("country", flat=True).distinct()
        return sorted(((code, country_name(code)) for code in codes), key=lambda pair: pair[1])

    def queryset(self, request, queryset):
        return queryset.filter(country=self.value()) if self.value() else queryset


class SourceDomainInline(admin.TabularInline):
    model = SourceDomain
    extra = 0


@admin.register(Source)
class SourceAdmin(Merging, FoldedSearch, ArchiveAdmin):
    merge = staticmethod(merge_sources)
    merge_field = Article._meta.get_field("source")
    change_form_template = "admin/articles/source_form.html"
    form = SourceForm
    inlines = [SourceDomainInline]
    history_parts = ("domains",)
    prepopulated_fields = {"slug": ["name_en"]}
    list_display = ["name_ar", "name_en", "kind", "country", "home", "article_count", "is_sample"]
    list_filter = ["to_check", "kind", "is_sample", CountryFilter]
    ordering = ["name_ar"]
    search_fields = ["name_ar"]
    search_help_text = _("In names and domains, however they are spelt.")
    folded_names = ("name_ar", "name_en", "slug", "domains__domain")
    most_used = ("-article_count",)

    def get_queryset(self, request):
        return super().get_queryset(request).with_article_counts()

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        self.after_restoring(form.instance)

    def after_restoring(self, thing):
        keep_home_domain(thing)

    @admin.display(description=Source._meta.get_field("homepage").verbose_name)
    def home(self, source):
        if not source.homepage:
            return None
        return format_html('<a href="{}" dir="ltr">{}</a>', source.homepage, domain_of(source.homepage))

    @admin.display(description=_("published articles"), ordering="article_count")
    def article_count(self, source):
        return source.article_count
