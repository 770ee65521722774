"""Rows beside a thing whose chosen actors, offices and articles are read with them, not one by one."""

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect, RelatedFieldWidgetWrapper
from django.db import models

from .row_widgets import RowHidden, RowLinks, RowSelect, RowText, Written


class ChosenField(forms.ModelChoiceField):
    """Knows the row that is `chosen` already; any other is looked up as ever."""

    chosen = None

    def to_python(self, value):
        return self.chosen if self.is_chosen([value]) else super().to_python(value)

    def is_chosen(self, values):
        return self.chosen is not None and [str(value) for value in values] == [str(self.chosen.pk)]


class ChosenSelect(Written, AutocompleteSelect):
    def optgroups(self, name, value, attr=None):
        field, options = self.choices.field, []
        if any(value) and not field.is_chosen(value):
            return super().optgroups(name, value, attr)
        if not self.is_required:
            options.append(self.create_option(name, "", "", False, 0))
        if any(value):
            options.append(self.create_option(name, field.chosen.pk, str(field.chosen), True, len(options)))
        return [(None, options, 0)]


class ChosenFormSet(forms.BaseInlineFormSet):
    def add_fields(self, form, index):
        super().add_fields(form, index)
        own = self._pk_field.name
        if form.instance.pk:
            number = form.fields[own]
            form.fields[own] = ChosenField(
                number.queryset, initial=number.initial, required=False, widget=number.widget
            )
            form.fields[own].chosen = form.instance
        for name, field in form.fields.items():
            if isinstance(field.widget, forms.HiddenInput):
                field.widget = RowHidden(field.widget.attrs)
            if isinstance(field, ChosenField) and name != own:
                field.chosen = form.instance._state.fields_cache.get(name)


class ChosenAtHand:
    """For an inline: what its `autocomplete_fields` point to comes with the rows, in one query."""

    formset = ChosenFormSet
    formfield_overrides = {models.CharField: {"widget": RowText}}

    def get_queryset(self, request):
        return super().get_queryset(request).select_related(*self.autocomplete_fields)

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.autocomplete_fields:
            kwargs |= {"form_class": ChosenField, "widget": ChosenSelect(db_field, self.admin_site)}
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_choice_field(self, db_field, request, **kwargs):
        return super().formfield_for_choice_field(db_field, request, widget=RowSelect, **kwargs)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget = RowLinks.of(field.widget)
        return field
