"""Widgets for many rows: Django's templates take a millisecond and a half for each select and the links beside it.

A `RowSelect`, a `RowText` and a `RowHidden` write themselves; `RowLinks` renders what stands about a select once
and fills in each row.
"""

from django import forms
from django.contrib.admin.widgets import AdminTextInputWidget, RelatedFieldWidgetWrapper
from django.forms.utils import flatatt
from django.utils.html import format_html_join
from django.utils.safestring import mark_safe

NAME, SELECT = "the-name-of-a-row", "the-select-of-a-row"


class Written:
    """A select without groups; copies of it, one a row, share the attributes that were written."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._attributes, self._written = {}, {}

    def render(self, name, value, attrs=None, renderer=None):
        own = {"name": name, "id": (attrs or {}).get("id")}
        others = tuple(sorted(pair for pair in (attrs or {}).items() if pair[0] != "id"))
        if others not in self._attributes:
            self._attributes[others] = flatatt(self.build_attrs(self.attrs, dict(others)))
        options = self.written(name, self.format_value(value))
        return mark_safe(f"<select{flatatt(own)}{self._attributes[others]}>{options}</select>")

    def written(self, name, values):
        """The options as HTML."""
        options = (option for _group, some, _index in self.optgroups(name, values) for option in some)
        rows = ((flatatt({"value": str(row["value"])} | row["attrs"]), row["label"]) for row in options)
        return format_html_join("", "<option{}>{}</option>", rows)


class RowSelect(Written, forms.Select):
    """Of choices that are the same for all rows, so that they are written once for each value."""

    def written(self, name, values):
        key = tuple(values)
        if key not in self._written:
            self._written[key] = super().written(name, values)
        return self._written[key]


class WrittenInput:
    def render(self, name, value, attrs=None, renderer=None):
        shown = self.format_value(value)
        own = {"type": self.input_type, "name": name} | ({} if shown is None else {"value": shown})
        return mark_safe(f"<input{flatatt(own | self.build_attrs(self.attrs, attrs))}>")


class RowText(WrittenInput, AdminTextInputWidget):
    pass


class RowHidden(WrittenInput, forms.HiddenInput):
    pass


class _Place(forms.Widget):
    def render(self, *args, **kwargs):
        return SELECT


class RowLinks(RelatedFieldWidgetWrapper):
    """A select with its links; copies of it, one a row, share what was rendered."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._frames = {}

    @classmethod
    def of(cls, wrapper):
        """The same for rows as Django's wrapper is for one field."""
        return cls(wrapper.widget, wrapper.rel, wrapper.admin_site, **_rights(wrapper))

    def render(self, name, value, attrs=None, renderer=None):
        if not self._frames:
            frame = RelatedFieldWidgetWrapper(_Place(), self.rel, self.admin_site, **_rights(self))
            self._frames["html"] = frame.render(NAME, None, None, renderer)
        html = self._frames["html"].replace(NAME, name)
        return mark_safe(html.replace(SELECT, self.widget.render(name, value, attrs, renderer)))


def _rights(wrapper):
    return {name: value for name, value in vars(wrapper).items() if name.startswith("can_")}
