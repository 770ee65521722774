"""What readers type, made into what the archive is asked."""

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.arabic.partial_date import PartialDate
from articles.search import FILTERS, JOINS, SIZES, SORTS, Query
from articles.search.notices import LEVEL_NAMES

SORT_NAMES = (_("Relevance"), _("Newest"), _("Oldest"))


class WordsField(forms.CharField):
    """What cannot be typed stands for a space, and nothing is refused."""

    def __init__(self, **options):
        super().__init__(**options)
        self.validators = []

    def to_python(self, value):
        return super().to_python((value or "").replace("\0", " "))


class PartialDateField(forms.Field):
    """«2019», «2019-04» or «2019-04-12»."""

    def to_python(self, value):
        if not (value := (value or "").strip()):
            return None
        try:
            return PartialDate.parse(value)
        except ValueError as error:
            raise forms.ValidationError(_("Write the date as 2019, 2019-04 or 2019-04-12.")) from error


class SearchForm(forms.Form):
    """The search box and all beside it. Whatever cannot be read is left out: a search is never refused."""

    q = WordsField(label=_("Words"), required=False)
    level = forms.ChoiceField(label=_("Match"), required=False, choices=list(LEVEL_NAMES.items()))
    sort = forms.ChoiceField(
        label=_("Order"), required=False, choices=list(zip(SORTS, SORT_NAMES, strict=True))
    )
    since = PartialDateField(label=_("From"), required=False)
    until = PartialDateField(label=_("To"), required=False)
    recent = forms.BooleanField(label=_("Newer first among equals"), required=False)
    every = forms.BooleanField(label=_("All words required"), required=False)
    once = forms.BooleanField(label=_("Copies counted once"), required=False)
    more = forms.ChoiceField(required=False, choices=[(name, name) for name in FILTERS])
    joins = forms.ChoiceField(required=False, choices=[(way, way) for way in JOINS])
    size = forms.TypedChoiceField(
        label=_("Hits a page"), required=False, coerce=int, choices=[(size, size) for size in SIZES]
    )
    page = forms.IntegerField(required=False, min_value=1, max_value=10**7)
    after = forms.CharField(required=False, max_length=300)
    before = forms.CharField(required=False, max_length=300)

    @property
    def dates(self):
        return [self["since"], self["until"]]

    @property
    def choices(self):
        return [self["every"], self["recent"], self["once"]]

    def query(self):
        """The Query that the address spells; of a field that does not fit, its default."""
        self.is_valid()
        names = {"q": "text", "every": "every_word"}
        given = {names.get(name, name): value for name, value in self.cleaned_data.items() if value}
        pairs = self._pairs()
        return Query(
            **given,
            only=tuple(pair for pair in pairs if not pair[1].startswith("-")),
            never=tuple((name, value[1:]) for name, value in pairs if value.startswith("-")),
        )

    def _pairs(self):
        return dict.fromkeys(
            (name, value.strip())
            for name in FILTERS
            for value in self.data.getlist(name)
            if value.strip(" -")
        )


class NameForm(forms.Form):
    """The box above the list of names."""

    q = forms.CharField(
        label=_("A name in any spelling, Arabic or Latin"),
        required=False,
        max_length=100,
        widget=forms.TextInput(
            {
                "type": "search",
                "dir": "auto",
                "autocomplete": "off",
                "placeholder": _("A name in any spelling, Arabic or Latin"),
            }
        ),
    )

    @property
    def asked(self):
        return self.cleaned_data.get("q", "") if self.is_valid() else ""


class CompanyForm(forms.Form):
    """Which articles count for company, and how many there must be; what does not fit is taken as not given."""

    LEAST = 1

    since = forms.IntegerField(label=_("From year"), required=False, min_value=1900, max_value=2100)
    until = forms.IntegerField(label=_("To year"), required=False, min_value=1900, max_value=2100)
    least = forms.IntegerField(
        label=_("Articles together, at least"), required=False, min_value=1, max_value=1000
    )

    def __init__(self, data):
        super().__init__(data)
        self.is_valid()
        self.least = self.cleaned_data.get("least") or self.LEAST
        self.fields["least"].widget.attrs["placeholder"] = self.LEAST

    @property
    def narrows(self):
        return bool(self.narrowing)

    @property
    def chosen(self):
        return self.narrows or bool(self.cleaned_data.get("least"))

    @property
    def narrowing(self):
        """The years given, as an address gives them: ``{"since": 2019}``."""
        given = {name: self.cleaned_data.get(name) for name in ("since", "until")}
        return {name: year for name, year in given.items() if year}

    def narrowed(self, articles):
        """Those of the articles that were published within the years given."""
        since, until = self.cleaned_data.get("since"), self.cleaned_data.get("until")
        if since:
            articles = articles.filter(published_at__year__gte=since)
        return articles.filter(published_at__year__lte=until) if until else articles


class NetworkForm(CompanyForm):
    """Which articles and actors a network is drawn from."""

    LEAST, SIZE = 2, 30

    size = forms.IntegerField(label=_("Names, at most"), required=False, min_value=2, max_value=80)

    def __init__(self, data):
        super().__init__(data)
        self.size = self.cleaned_data.get("size") or self.SIZE
        self.fields["size"].widget.attrs["placeholder"] = self.SIZE


class FoundNetworkForm(NetworkForm):
    """For a search, which has its own period."""

    since = until = None
