"""The light markup of an article's body, which editors type and no HTML ever enters.

A blank line parts blocks; ``## `` opens a subheading, ``- `` each line of a list, ``> `` a pull quote.
"""

import re
from dataclasses import dataclass
from itertools import groupby

MARKERS = {"## ": "heading", "- ": "item", "> ": "quote"}
LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True)
class Block:
    """A stretch of the body: ``body[start:end] == text``, its marker left out."""

    kind: str
    text: str
    start: int
    end: int


def blocks(body):
    """The blocks of a body in their order; the lines of one paragraph or quote stay together.

    >>> [(block.kind, block.text) for block in blocks("## سرت\\n\\nنص\\n\\n- أول\\n- ثان")]
    [('heading', 'سرت'), ('paragraph', 'نص'), ('item', 'أول'), ('item', 'ثان')]
    """
    lines = [_line(match) for match in LINE.finditer(body) if match.group().strip()]
    found = []
    for line in lines:
        previous = found[-1] if found else None
        if previous and _continues(previous, line, body):
            found[-1] = Block(previous.kind, body[previous.start : line.end], previous.start, line.end)
        else:
            found.append(line)
    return found


def grouped(body):
    """Blocks in runs for a template: each list's items together, every other block alone.

    Returns pairs of kind (``"list"`` for items) and a list of blocks.
    """
    runs = []
    for kind, run in groupby(blocks(body), key=lambda block: block.kind):
        run = list(run)
        runs += [("list", run)] if kind == "item" else [(kind, [block]) for block in run]
    return runs


def _line(match):
    text, start = match.group(), match.start()
    kind = next((kind for marker, kind in MARKERS.items() if text.startswith(marker)), "paragraph")
    marker = next((marker for marker in MARKERS if text.startswith(marker)), "")
    text = text[len(marker) :]
    lead = len(text) - len(text.lstrip())
    start += len(marker) + lead
    text = text.strip()
    return Block(kind, text, start, start + len(text))


def _continues(previous, line, body):
    """A paragraph's next line: no blank line between, and neither opens a block of its own."""
    return previous.kind == line.kind == "paragraph" and body.count("\n", previous.end, line.start) == 1
