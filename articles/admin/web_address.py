"""Web addresses and paths at the desk: how they are given and how they are shown."""

from django import forms
from django.utils.html import format_html


def address_field(label):
    """Written from left to right; what lacks a scheme is taken for https."""
    widget = forms.URLInput(attrs={"class": "vURLField", "dir": "ltr"})
    return forms.URLField(label=label, max_length=1000, assume_scheme="https", widget=widget)


def left_to_right(text):
    """An address or a path that keeps its order within Arabic: its last stroke does not jump to the front."""
    return format_html('<bdi dir="ltr">{}</bdi>', text)
