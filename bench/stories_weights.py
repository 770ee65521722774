"""Fits what `articles.stories.evidence` weighs the evidence by, and tries it on gold that it was not fitted on.

    python -m bench.stories_weights GOLD.jsonl GOLD.jsonl …

Gold as `evaluate_stories` reads it. Of each file the grouping by weights that were fitted on all the others: precision,
recall and F1; then the weights fitted on all. Each file weighs as much as any other, however many pairs it has.
"""

import argparse
import os
from itertools import combinations
from pathlib import Path

import django
import numpy as np

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsarchive.settings")
django.setup()

from articles.stories import evidence  # noqa: E402
from articles.stories.evaluation import deciding, evaluate, read_gold  # noqa: E402

# Keeps weights of which the gold says little near zero.
RIDGE = 1.0
A_FILE = 60
STEPS, CLOSE = 50, 1e-6


def pairs(gold):
    """Of all pairs that might be one event: the evidence, what chance says, and whether they are one."""
    profiles = {profile.article: profile for profile, _story, _copy in gold}
    stories = {profile.article: story for profile, story, _copy in gold}
    judge, rows = deciding(profiles), []
    for pair in combinations(profiles, 2):
        found = judge.evidence(*pair)
        if found:
            one, other = (stories[article] for article in pair)
            rows.append((found, found.odds(judge.rivals(*pair)), bool(one) and one == other))
    features, odds, same = (np.array(column, float) for column in zip(*rows, strict=True))
    return features, odds - features @ np.array(evidence.WEIGHTS), same


def fit(files):
    """The weights of a logistic regression, the chance of each pair given: Newton's steps, halved where too long."""
    features, chance, same = (np.concatenate(columns) for columns in zip(*files, strict=True))
    counts = np.concatenate([np.full(len(same), A_FILE / max(same.sum(), 1)) for _, _, same in files])
    ridge = RIDGE * np.diag([0] + [1] * (features.shape[1] - 1))

    def loss(weights):
        odds = (features @ weights + chance) * (2 * same - 1)
        return counts @ np.logaddexp(0, -odds) + weights @ ridge @ weights / 2

    weights = np.zeros(features.shape[1])
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-features @ weights - chance))
        slope = features.T @ (counts * (likely - same)) + ridge @ weights
        curve = (features * (counts * likely * (1 - likely))[:, None]).T @ features + ridge
        step = np.linalg.solve(curve, slope)
        while loss(weights - step) > loss(weights) and abs(step).max() > CLOSE:
            step /= 2
        weights -= step
    return evidence.Evidence(*weights.round(2).tolist())


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", nargs="+", type=Path)
    paths = parser.parse_args().gold
    golds = [list(read_gold(path.read_text("utf-8").splitlines())) for path in paths]
    files = [pairs(gold) for gold in golds]
    for place, path in enumerate(paths):
        evidence.WEIGHTS = fit(files[:place] + files[place + 1 :])
        found = evaluate(golds[place])["stories"]
        print(f"{path.name:24}", *(f"{name} {found[name]:.3f}" for name in ("precision", "recall", "f1")))
    print(fit(files))


if __name__ == "__main__":
    main()
