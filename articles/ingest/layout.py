"""Which line is a heading, a list item, a pull quote, a standfirst, a paragraph: `Article.body`'s markup."""

from dataclasses import dataclass

from articles.ingest.dateline import read_dateline
from articles.ingest.lines import BULLET, LIST_ITEM_WORDS, Line, folded, groups

QUOTE_WORDS = 4
STANDFIRST_WORDS = range(4, 61)
MARKERS = {"heading": "## ", "item": "- ", "quote": "> ", "paragraph": ""}


@dataclass(frozen=True)
class Piece:
    kind: str
    line: Line

    @property
    def text(self):
        return BULLET.sub("", self.line.text, count=1) if self.kind == "item" else self.line.text


def head_and_rest(lines):
    """The standfirst line, the list under it, and all other lines, of the lines below a headline."""
    first, *others = groups(lines) or [[]]
    if len(first) >= 2 and others and all(_is_point(line) for line in first[1:]):
        if _is_point(first[0]) and first[0].words <= 1.5 * first[1].words:
            return None, first, lines[len(first) :]
        return first[0], first[1:], lines[len(first) :]
    if len(lines) >= 2 and _is_standfirst(lines[0], lines[1]):
        return lines[0], [], lines[1:]
    return None, [], lines


def pieces(lines):
    """Each line with its kind, in order."""
    whole = [folded(line.text) for line in lines]
    return [Piece(_kind(lines, at, whole), line) for at, line in enumerate(lines)]


def body(parts):
    """Pieces as the text of `Article.body`: a blank line between blocks, none between items."""
    written = ""
    for before, part in zip([None, *parts], parts, strict=False):
        if before:
            written += "\n" if before.kind == part.kind == "item" else "\n\n"
        written += MARKERS[part.kind] + _unmarked(part.text)
    return written


def _unmarked(text):
    """A paragraph that begins with a sign of the markup is kept from being read as markup."""
    return text.lstrip("#> ") if text.startswith(("## ", "> ")) else text


def _is_point(line):
    return line.is_bullet or (line.words <= LIST_ITEM_WORDS and not line.is_sentence)


def _is_standfirst(line, following):
    if line.is_bullet or line.words not in STANDFIRST_WORDS or following.words <= line.words // 2:
        return False
    return not line.is_sentence or read_dateline(following.text) is not None


def _kind(lines, at, whole):
    line = lines[at]
    if line.is_bullet:
        return "item"
    if not line.is_short:
        return "item" if _in_list(lines, at) else "paragraph"
    if _is_repeated(whole, at):
        return "quote"
    if _in_list(lines, at):
        return "item"
    return "heading" if _opens_section(lines, at) else "paragraph"


def _is_repeated(whole, at):
    own = whole[at]
    longer = (other for place, other in enumerate(whole) if place != at and len(other) > len(own))
    return len(own.split()) >= QUOTE_WORDS and any(f" {own} " in f" {other} " for other in longer)


def _opens_section(lines, at):
    """A short line between paragraphs: what follows is long, and what came before was no short line."""
    following = lines[at + 1 : at + 2]
    before = lines[at - 1 : at] if at else []
    return bool(following) and not following[0].is_short and not (before and before[0].is_short)


def _in_list(lines, at):
    """Points without a bullet after a line that ends with a colon, two or more of them in one run."""
    if not _is_point(lines[at]):
        return False
    start = at
    while start and _is_point(lines[start - 1]):
        start -= 1
    end = at
    while end + 1 < len(lines) and _is_point(lines[end + 1]) and not lines[end + 1].is_bullet:
        end += 1
    return end > start > 0 and lines[start - 1].text.endswith(":")
