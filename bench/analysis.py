"""How many words the analyser takes a second: `python -m bench.analysis news.jsonl` (fields title, text, body).

The first pass meets each word anew, the later ones find it memoised; the best of these is told.
"""

import argparse
import json
from pathlib import Path
from time import process_time

from articles.arabic.analyzer import Analyzer
from bench.lexicon import texts


def words_per_second(analyzer: Analyzer, passages: list[str]) -> float:
    """One pass over `passages`, in seconds of one core."""
    begun = process_time()
    count = sum(len(analyzer.words(passage)) for passage in passages)
    return count / (process_time() - begun)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--passes", type=int, default=5)
    options = parser.parse_args()
    passages, analyzer = list(texts([options.path])), Analyzer()
    first, *later = (words_per_second(analyzer, passages) for _ in range(options.passes))
    print(json.dumps({"words_per_second_new": round(first), "words_per_second_memoised": round(max(later))}))


if __name__ == "__main__":
    main()
