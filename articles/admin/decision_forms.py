"""What an editor may decide about a suggestion; each form carries its decision out."""

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.utils.translation import gettext_lazy as _

from articles.actors.reviewing import accept, add_alias, make_actor, reassign, reject
from articles.models import Actor, ActorName, Mention

LATIN = {"dir": "ltr", "class": "vTextField"}
NAME = {"dir": "auto", "class": "vTextField"}


def actor_field():
    widget = AutocompleteSelect(Mention._meta.get_field("actor"), admin.site, {"data-width": "20rem"})
    return forms.ModelChoiceField(Actor.objects.all(), label=_("actor"), widget=widget)


class Accept(forms.Form):
    title = _("Yes")
    key = "1"

    def decide(self, mention, user):
        return accept([mention], user)


class Reject(forms.Form):
    title = _("No")
    key = "2"

    def decide(self, mention, user):
        return reject([mention], user)


class Reassign(forms.Form):
    title = _("Another actor is meant")
    key = "3"
    actor = actor_field()

    def decide(self, mention, user):
        return reassign(mention, self.cleaned_data["actor"], user)


class Alias(forms.Form):
    title = _("A new alias of an actor")
    key = "4"
    actor = actor_field()
    text = forms.CharField(label=_("alias"), max_length=200, widget=forms.TextInput(NAME))
    kind = forms.ChoiceField(label=_("kind"), choices=ActorName.Kind.choices, initial=ActorName.Kind.SHORT)

    def decide(self, mention, user):
        return add_alias(mention, user=user, **self.cleaned_data)


class NewActor(forms.Form):
    title = _("A new actor")
    key = "5"
    name_ar = forms.CharField(label=_("Arabic name"), max_length=200, widget=forms.TextInput(NAME))
    name_en = forms.CharField(label=_("English name"), max_length=200, widget=forms.TextInput(LATIN))
    kind = forms.ChoiceField(label=_("kind"), choices=Actor.Kind.choices)

    def decide(self, mention, user):
        return make_actor(mention, user=user, **self.cleaned_data)


DECISIONS = {"accept": Accept, "reject": Reject, "reassign": Reassign, "alias": Alias, "actor": NewActor}


def decision_forms(mention, data=None):
    """A form for each decision, the one that was chosen filled in from what was sent."""
    chosen = data and data.get("decision")
    initial = {"text": mention.surface, "name_ar": mention.surface, "actor": mention.actor_id}
    return {
        name: form(
            data if name == chosen else None, prefix=name, initial=initial if name != "reassign" else {}
        )
        for name, form in DECISIONS.items()
    }
