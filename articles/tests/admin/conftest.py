"""The editors' desk as each role opens it."""

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from articles.models.groups import EDITORS, REVIEWERS

ROLES = {"reader": (), "editor": (EDITORS,), "reviewer": (REVIEWERS,)}


@pytest.fixture
def logged_in(db):
    """A function from a role to a browser in which someone of that role is logged in."""

    def open_for(role):
        user = User.objects.create_user(role, is_staff=role != "reader")
        user.groups.set(Group.objects.filter(name__in=ROLES[role]))
        client = Client()
        client.force_login(user)
        return client

    return open_for


@pytest.fixture
def editor(logged_in):
    return logged_in("editor")


@pytest.fixture
def reviewer(logged_in):
    return logged_in("reviewer")
