"""Widgets of rows say what Django's own say."""

import copy

import pytest
from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.test.html import parse_html

from articles.admin.row_widgets import RowHidden, RowLinks, RowSelect, RowText
from articles.models import Mention

CHOICES = [("", "---"), ("a<b", 'سرت "القديمة"'), (2, "طرابلس")]
ATTRS = {"id": "id_rows-1-place", "required": True, "aria-invalid": "true"}


def check(ours, djangos, value, attrs):
    written = [
        parse_html(copy.deepcopy(widget).render("rows-1-place", value, attrs)) for widget in (ours, djangos)
    ]
    assert written[0] == written[1]


@pytest.mark.parametrize("attrs", [{"id": "id_rows-1-place"}, ATTRS])
@pytest.mark.parametrize("value", ["", None, "a<b", 2])
def test_a_select(value, attrs):
    check(RowSelect({"class": "x"}, CHOICES), forms.Select({"class": "x"}, CHOICES), value, attrs)


@pytest.mark.parametrize("value", ["", None, '"سرت" <b>', 7])
def test_an_input(value):
    check(RowText(), forms.TextInput({"class": "vTextField"}), value, ATTRS)
    check(RowHidden(), forms.HiddenInput(), value, {"id": "x"})


def test_the_links_beside_a_select():
    rel = Mention._meta.get_field("actor").remote_field
    wrapper = RelatedFieldWidgetWrapper(RowSelect({}, CHOICES), rel, admin.site, True, True, False, True)
    ours = RowLinks.of(wrapper)
    check(ours, wrapper, 2, ATTRS)
    other = [copy.deepcopy(widget).render("rows-2-place", "", {"id": "y"}) for widget in (ours, wrapper)]
    assert parse_html(other[0]) == parse_html(other[1])
