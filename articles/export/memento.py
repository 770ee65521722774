"""An original address and its mementos as links (RFC 7089, RFC 6690) and as JSON.

links = MementoLinks(original, request.build_absolute_uri)
links.header()      '<https://…>; rel="original", <…/timegate/https://…>; rel="timegate", …'
links.timemap()     the same and every memento, one a line
"""

import datetime

from django.utils.http import http_date

LINK_FORMAT = "application/link-format"


class MementoLinks:
    """`original` is an `Original`, `absolute` makes a path here into an address with its host."""

    def __init__(self, original, absolute):
        self.original, self._absolute = original, absolute
        self._timegate = absolute(f"/timegate/{original.url}")
        self._timemap = absolute(f"/timemap/{original.url}")

    def header(self, shown=None):
        """For a page about the address; `shown` is the place of the memento that the page itself is."""
        count = len(self.original.mementos)
        around = set() if shown is None else {shown - 1, shown, shown + 1}
        places = sorted((around | {0, count - 1}) & set(range(count)))
        return ", ".join([*self._about(), *(self._memento(place, shown) for place in places)])

    def timemap(self):
        """All of them as `application/link-format`."""
        first, last = self.original.mementos[0], self.original.mementos[-1]
        itself = f'<{self._timemap}>; rel="self"; type="{LINK_FORMAT}"'
        span = f'; from="{_http(first.at)}"; until="{_http(last.at)}"'
        original, timegate, _timemap = self._about()
        mementos = [self._memento(place) for place in range(len(self.original.mementos))]
        return ",\n".join([original, itself + span, timegate, *mementos]) + "\n"

    def as_json(self):
        """All of them as the JSON that Memento's own clients read."""
        listed = [
            {
                "datetime": one.at.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
                "uri": self.address(one),
            }
            for one in self.original.mementos
        ]
        return {
            "original_uri": self.original.url,
            "timegate_uri": self._timegate,
            "timemap_uri": {
                "link_format": self._timemap,
                "json_format": self._absolute(f"/timemap/json/{self.original.url}"),
            },
            "mementos": {"first": listed[0], "last": listed[-1], "list": listed},
        }

    def address(self, memento):
        """Where a memento is to be read."""
        return self._absolute(memento.path)

    def _about(self):
        return [
            f'<{self.original.url}>; rel="original"',
            f'<{self._timegate}>; rel="timegate"',
            f'<{self._timemap}>; rel="timemap"; type="{LINK_FORMAT}"',
        ]

    def _memento(self, place, shown=None):
        last, memento = len(self.original.mementos) - 1, self.original.mementos[place]
        relations = {"first": place == 0, "last": place == last}
        if shown is not None:
            relations |= {"prev": place == shown - 1, "next": place == shown + 1}
        relation = " ".join([*(name for name, holds in relations.items() if holds), "memento"])
        return f'<{self.address(memento)}>; rel="{relation}"; datetime="{_http(memento.at)}"'


def _http(moment):
    return http_date(moment.timestamp())
