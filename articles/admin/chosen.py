"""Rows beside a thing whose chosen actors, offices and articles are read with them, not one by one."""

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect


class ChosenField(forms.ModelChoiceField):
    """Knows the row that is `chosen` already; any other is looked up as ever."""

    chosen = None

    def to_python(self, value):
        return self.chosen if self.is_chosen([value]) else super().to_python(value)

    def is_chosen(self, values):
        return self.chosen is not None and [str(value) for value in values] == [str(self.chosen.pk)]


class ChosenSelect(AutocompleteSelect):
    def optgroups(self, name, value, attr=None):
        field = self.choices.field
        if not field.is_chosen(value):
            return super().optgroups(name, value, attr)
        options = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
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
            if isinstance(field, ChosenField) and name != own:
                field.chosen = form.instance._state.fields_cache.get(name)


class ChosenAtHand:
    """For an inline: what its `autocomplete_fields` point to comes with the rows, in one query."""

    formset = ChosenFormSet

    def get_queryset(self, request):
        return super().get_queryset(request).select_related(*self.autocomplete_fields)

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.autocomplete_fields:
            kwargs |= {"form_class": ChosenField, "widget": ChosenSelect(db_field, self.admin_site)}
        return super().formfield_for_foreignkey(db_field, request, **kwargs)
