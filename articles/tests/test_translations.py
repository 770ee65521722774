"""Every word of the interface has its Arabic, and no template says a word past the catalogue."""

import io
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from babel.messages.extract import extract
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).parent.parent.parent
CATALOGUE = ROOT / "articles/locale/ar/LC_MESSAGES/django.po"
TEMPLATES = sorted((ROOT / "templates").rglob("*.*ml"))
MODULES = [
    path
    for folder in ("articles", "newsarchive")
    for path in sorted((ROOT / folder).rglob("*.py"))
    if not {"tests", "migrations"} & set(path.parts)
]
PLAIN = ("_", "gettext", "gettext_lazy", "gettext_noop")
KEYWORDS = dict.fromkeys(PLAIN) | dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2))
KEYWORDS |= dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2))
KEYWORDS |= dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3))
SPOKEN_ATTRIBUTES = {"alt", "aria-label", "content", "data-done", "label", "placeholder", "title", "value"}
# Words that are the same in every language: the values of a button and of meta elements that machines read.
MACHINE_WORDS = {
    "light",
    "dark",
    "light dark",
    "article",
    "summary_large_image",
    "width=device-width, initial-scale=1",
}
FILLED = re.compile(r"%\((\w+)\)s")


def messages(path, source):
    """The (context, msgid) pairs that a Python source asks for; the msgid of a plural is its singular."""
    for _line, found, _comments, context in extract("python", io.BytesIO(source.encode()), KEYWORDS):
        yield context, found if isinstance(found, str) else found[0]


def asked():
    for path in MODULES:
        yield from ((path.relative_to(ROOT), *message) for message in messages(path, path.read_text()))
    for path in TEMPLATES:
        source = templatize(path.read_text(), origin=str(path))
        yield from ((path.relative_to(ROOT), *message) for message in messages(path, source))


@pytest.fixture(scope="module")
def catalogue():
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="ar", abort_invalid=True)


def test_every_message_is_in_arabic(catalogue):
    def spoken(context, text):
        message = catalogue.get(text, context)
        return message and not message.fuzzy and all(message.string)

    assert [message for message in asked() if not spoken(*message[1:])] == []


def test_the_catalogue_holds_nothing_that_nobody_says(catalogue):
    wanted = {(context, text) for _path, context, text in asked()}
    held = {(message.context, _singular(message)) for message in catalogue if message.id}
    assert sorted(held - wanted, key=str) == []


def test_no_message_stands_twice():
    entries = re.findall(r'^(?:msgctxt "(.*)"\n)?msgid ((?:".*"\n)+)', CATALOGUE.read_text(), re.MULTILINE)
    assert sorted({entry for entry in entries if entries.count(entry) > 1}) == []


def test_translations_fill_in_what_the_message_fills_in(catalogue):
    """Arabic may leave out a number that its own form says, but names nothing that is not given."""
    wrong = []
    for message in (message for message in catalogue if message.id):
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        given = {name for text in ids for name in FILLED.findall(text)}
        wrong += [text for text in strings if not set(FILLED.findall(text)) <= given]
        wrong += [text for text in strings if len(strings) == 1 and set(FILLED.findall(text)) != given]
    assert wrong == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_templates_hold_no_words_of_their_own(path):
    reader = Words()
    reader.feed(without_tags(path.read_text()))
    assert reader.found == []


def without_tags(source):
    source = re.sub(
        r"{%\s*blocktrans(?:late)?\b.*?{%\s*endblocktrans(?:late)?\s*%}", "", source, flags=re.DOTALL
    )
    source = re.sub(r"{%\s*comment\b.*?{%\s*endcomment\s*%}", "", source, flags=re.DOTALL)
    return re.sub(r"{%.*?%}|{{.*?}}|{#.*?#}", "", source, flags=re.DOTALL)


def _singular(message):
    return message.id[0] if isinstance(message.id, tuple) else message.id


class Words(HTMLParser):
    """Collects letters that a reader would see or hear: text, and the attributes that are spoken."""

    def __init__(self):
        super().__init__()
        self.found, self.inside = [], ""

    def handle_starttag(self, tag, attributes):
        self.inside = tag
        spoken = [value for name, value in attributes if name in SPOKEN_ATTRIBUTES]
        self.found += [value for value in spoken if _has_letters(value) and value not in MACHINE_WORDS]

    def handle_data(self, data):
        if self.inside not in ("script", "style", "code") and _has_letters(data):
            self.found.append(data.strip())


def _has_letters(text):
    return any(letter.isalpha() for letter in re.sub(r"&\w+;", "", text or ""))
