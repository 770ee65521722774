"""Whether everything captured is still what it was: every SHA-256 computed anew."""

from dataclasses import dataclass

from articles.models import Article, Capture, Version, blobs

STARTS = [f"{number:02x}" for number in range(256)]


@dataclass(frozen=True)
class Fault:
    """`kind` is ``"changed"``, ``"missing"``, ``"orphan"``, ``"unfinished"`` or ``"text"``; `what` names the file
    or row.
    """

    kind: str
    what: str


def faults():
    """Each `Fault` of the archive: changed, missing, orphaned and unfinished bytes, texts without their digest."""
    for start in STARTS:
        yield from _of_bytes(start)
    yield from (Fault("unfinished", path.name) for path in blobs.unfinished())
    for article in Article.objects.only("code", "title", "standfirst", "body", "text_sha256").iterator():
        if not article.text_is_intact():
            yield Fault("text", article.code)
    for version in Version.objects.select_related("article").iterator():
        if not version.text_is_intact():
            yield Fault("text", f"{version.article.code}/{version.number}")


def _of_bytes(start):
    """Of the digests that begin so, one part in 256 of them, so that memory stays small."""
    rows = Capture.objects.filter(sha256__gte=start, sha256__lt=f"{start}g")
    wanted = set(rows.values_list("sha256", flat=True).distinct())
    present = blobs.digests(start)
    yield from (Fault("missing", digest) for digest in sorted(wanted - present))
    yield from (Fault("orphan", digest) for digest in sorted(present - wanted))
    yield from (
        Fault("changed", digest) for digest in sorted(wanted & present) if not blobs.is_intact(digest)
    )
