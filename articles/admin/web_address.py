"""The field in which editors give a web address."""

from django import forms


def address_field(label):
    """Written from left to right; what lacks a scheme is taken for https."""
    widget = forms.URLInput(attrs={"class": "vURLField", "dir": "ltr"})
    return forms.URLField(label=label, max_length=1000, assume_scheme="https", widget=widget)
