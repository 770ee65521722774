"""A real browser on a real server. Every test that asks for `page` drives Debian's chromium."""

import os
import shutil

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from django.test import override_settings
from playwright.sync_api import expect, sync_playwright

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
PATIENCE = 15_000  # milliseconds: a busy machine is no failure
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/browser/" in str(item.path):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(autouse=True)
def uncollected(monkeypatch):
    """The test server serves static files from where they lie and knows no hashed names."""
    monkeypatch.setattr(staticfiles_storage, "hashed_files", {})


@pytest.fixture(scope="session", autouse=True)
def unwarmed():
    """The server is a thread among the tests: it learns nothing aside while tables are emptied behind each of them."""
    with override_settings(WSGI_APPLICATION=None):
        yield


@pytest.fixture(scope="session")
def chromium():
    if not os.path.exists(CHROMIUM):
        pytest.skip(
            f"browser: there is no chromium at {CHROMIUM}; install Debian's, or name another in CHROMIUM"
        )
    # Playwright's loop runs in this thread, and Django would take the tests for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def options():
    """What a context is opened with; a test may ask for others by its own `options`."""
    return {}


@pytest.fixture
def page(chromium, live_server, options):
    """A page in a fresh context at the server's root; what its scripts complain of fails the test."""
    with override_settings(ALLOWED_HOSTS=["*"]):
        context = chromium.new_context(base_url=live_server.url, locale="ar", **options)
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        complaints = []
        page.on("pageerror", lambda error: complaints.append(str(error)))
        yield page
        context.close()
    assert complaints == []
