"""Haystack's own tests of its Whoosh backend, run with this index's engine in the stock one's place.

    python -m bench.haystack_suite DJANGO-HAYSTACK [test_haystack.whoosh_tests …]

DJANGO-HAYSTACK is a checkout of the release that requirements.txt names. Nothing in it is changed: a copy of its tests
is. `--stock` runs them with Haystack's engine, to compare. The exit status is the suite's.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

STOCK = "haystack.backends.whoosh_backend.WhooshEngine"
OURS = "articles.search.engine.haystack.ArrayEngine"
SUITES = ["test_haystack.whoosh_tests", "test_haystack.multipleindex"]
PROJECT = Path(__file__).parent.parent
# The engine alone: what stands around it needs the archive's models, which are not Haystack's to install. Of the other
# backends' servers none is there.
SETTINGS = f"""
import sys, types
face = types.ModuleType("articles.search")
face.__path__ = [{str(PROJECT / "articles" / "search")!r}]
sys.modules["articles.search"] = face
for name in ("solr", "elasticsearch"):
    HAYSTACK_CONNECTIONS.pop(name, None)
"""


def copied(checkout, folder, engine):
    """The tests in a folder, every mention of the stock engine exchanged."""
    tests = folder / "test_haystack"
    shutil.copytree(checkout / "test_haystack", tests)
    for path in tests.rglob("*.py"):
        text = path.read_text()
        if STOCK in text:
            path.write_text(text.replace(STOCK, engine))
    with (tests / "settings.py").open("a") as settings:
        settings.write(SETTINGS)


def main():
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("checkout", type=Path)
    asked.add_argument("suites", nargs="*", default=SUITES)
    asked.add_argument("--stock", action="store_true")
    options = asked.parse_args()
    if not (options.checkout / "test_haystack").is_dir():
        asked.error(
            f"{options.checkout}: no checkout of django-haystack, for there is no test_haystack in it"
        )
    with tempfile.TemporaryDirectory() as folder:
        copied(options.checkout, Path(folder), STOCK if options.stock else OURS)
        paths = {"PYTHONPATH": f"{folder}:{PROJECT}", "DJANGO_SETTINGS_MODULE": "test_haystack.settings"}
        test = [sys.executable, "-m", "django", "test", *options.suites]
        return subprocess.run(test, cwd=folder, env=os.environ | paths).returncode


if __name__ == "__main__":
    sys.exit(main())
