"""Small files beside the segments: why the index should be made anew, the last error, what changed meanwhile.

They belong to no generation. Each is written whole, or a line at a time under the index's lock.
"""

import json
import os
from contextlib import contextmanager

from .array_file import flush_to_disk, rename_durably

WANTED, ERROR, CHANGED = "rebuild-wanted.json", "last-error.json", "changed-meanwhile.txt"
ANALYSIS = "analysis.json"


def note(path, name, text, when, **more):
    """Leave a note; `when` is an ISO date and time, `more` is kept beside them.

    >>> note(index.path, ERROR, "No space left on device", "2026-11-22T08:15:00+02:00")
    """
    target = os.path.join(path, name)
    with open(target + ".new", "w", encoding="utf-8") as file:
        json.dump({"what": str(text), "when": when} | more, file, ensure_ascii=False)
        flush_to_disk(file)
    rename_durably(target + ".new", target)


def noted(path, name):
    """{"what": …, "when": …} and what else was noted, or None."""
    try:
        with open(os.path.join(path, name), encoding="utf-8") as file:
            return json.load(file)
    except (FileNotFoundError, json.JSONDecodeError):
        return None


def written_at(path, name):
    """What changes whenever the note is written anew; None if there is none."""
    try:
        about = os.stat(os.path.join(path, name))
    except FileNotFoundError:
        return None
    return about.st_mtime_ns, about.st_ino


def forget(path, name):
    if os.path.exists(os.path.join(path, name)):
        os.remove(os.path.join(path, name))


@contextmanager
def watching(path):
    """While this lasts, `tell_changed` is heard; gives a function for the numbers that were told."""
    target = os.path.join(path, CHANGED)
    with open(target, "w", encoding="utf-8"):
        pass

    def numbers():
        with open(target, encoding="utf-8") as file:
            return {int(line) for line in file}

    try:
        yield numbers
    finally:
        forget(path, CHANGED)


def tell_changed(path, numbers):
    """Called under the index's lock by whoever changes documents, in case the index is being made anew."""
    target = os.path.join(path, CHANGED)
    if os.path.exists(target):
        with open(target, "a", encoding="utf-8") as file:
            file.writelines(f"{number}\n" for number in numbers)
            flush_to_disk(file)
