"""Make the shipped lexicon anew: `python -m bench.lexicon ant_news.jsonl tydiqa_goldp_ar/corpus.jsonl …`.

Each file is JSONL; the strings of its fields `title`, `text` and `body` are counted.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from articles.arabic.lexicon import SHIPPED, Lexicon

HEADER = """How often words stand in Arabic news and encyclopaedia paragraphs: «frequency word word …», folded.
Counted by bench/lexicon.py; words rarer than three times are left out. Frequencies are facts about these texts:
  ANT corpus v1.1, Jawhara FM news 2015-2017, Apache-2.0
  TyDi QA, Arabic gold passages of the development set, Google, Apache-2.0
  XQuAD, Arabic paragraphs, Google DeepMind, after Wikipedia, CC BY-SA 4.0
This list is given under CC BY-SA 4.0."""


def texts(paths: list[Path]) -> Iterator[str]:
    """The titles and texts of the JSONL files at `paths`."""
    for path in paths:
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                item = json.loads(line)
                yield "\n".join(item[key] for key in ("title", "text", "body") if item.get(key))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--to", type=Path, default=SHIPPED)
    options = parser.parse_args()
    lexicon = Lexicon.from_texts(texts(options.paths))
    lexicon.write(options.to, HEADER)
    print(f"{len(lexicon)} words counted, {options.to.stat().st_size} bytes written")


if __name__ == "__main__":
    main()
