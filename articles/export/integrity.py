"""Whether everything captured is still what it was: every SHA-256 computed anew."""

from dataclasses import dataclass

from articles.models import Article, Capture, Version, blobs


@dataclass(frozen=True)
class Fault:
    """`kind` is ``"changed"``, ``"missing"``, ``"orphan"`` or ``"text"``; `what` names the file or row."""

    kind: str
    what: str


def faults():
    """Each `Fault` of the archive, in no order: changed, missing and orphaned bytes, texts without their digest."""
    wanted = set(Capture.objects.values_list("sha256", flat=True).distinct())
    present = blobs.digests()
    yield from (Fault("missing", digest) for digest in sorted(wanted - present))
    yield from (Fault("orphan", digest) for digest in sorted(present - wanted))
    yield from (
        Fault("changed", digest) for digest in sorted(wanted & present) if not blobs.is_intact(digest)
    )
    for article in Article.objects.only("code", "title", "standfirst", "body", "text_sha256").iterator():
        if not article.text_is_intact():
            yield Fault("text", article.code)
    for version in Version.objects.select_related("article").iterator():
        if not version.text_is_intact():
            yield Fault("text", f"{version.article.code}/{version.number}")
