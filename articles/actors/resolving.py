"""Who is meant: from the matches in an article to its links. Pure; `linking` writes them down.

1. Whole names mean their bearer, unless given names before them make a longer name: another person, or nobody known.
2. Offices mean whoever stands beside them, else their holder on the date.
3. Bodies and places mean themselves; their short forms only where the article has named them in full.
4. Bare surnames follow the article: the rank beside them, else the nearest bearer before, else the first after.
"""

from itertools import pairwise

from . import bodies, country, offices, surnames
from .gazetteer import WHOLE_NAMES
from .links import CONFIDENCE, Introduction, Link
from .ranks import RANKS
from .sightings import COMMON_WORDS, WIDESPREAD_NAMES, is_beside, sightings
from .words import Words


class Article:
    """One article being resolved.

    `parts` maps "title", "standfirst" and "body" to text, in that order; `days` is the pair of the first and
    last `datetime.date` that its date may mean, or None; `published_in` is the ISO code of its outlet's country.
    """

    def __init__(self, parts, gazetteer, days=None, published_in=""):
        self.gazetteer, self.register, self.days = gazetteer, gazetteer.register, days
        self.texts = {part: Words(text) for part, text in parts.items()}
        self.seen = sightings(self.texts, gazetteer)
        self.offices = [sighting for sighting in self.seen if offices.is_office(sighting)]
        self.introductions, self.links, self.unknown = [], [], []
        self.named = set()
        self.leaning = country.Leaning(self.texts.values(), self._countries_named(), published_in)

    def resolve(self):
        rest = [sighting for sighting in self.seen if not self._takes_whole_name(sighting)]
        inside = [inner for sighting in rest for inner in sighting.inside]
        inside = [sighting for sighting in inside if not bodies.take_own_name(self, sighting)]
        rest = [sighting for sighting in rest if not bodies.take_own_name(self, sighting)]
        rest = [sighting for sighting in rest if not self._takes_office(sighting)]
        rest += [sighting for sighting in inside if any(entry.kind == "person" for entry in sighting.entries)]
        for sighting in rest:
            surnames.take(self, sighting)
        for sighting in rest:
            bodies.take_short_form(self, sighting)
        self.links.sort(key=lambda link: (link.part, link.start))
        return self.links

    def _countries_named(self):
        """The countries of the persons and bodies that the article calls by what no other country's are called."""
        actors = {
            entry.actor
            for sighting in self.seen
            if not sighting.single and not sighting.given and not country.is_shared(sighting)
            for entry in sighting.of_forms(*WHOLE_NAMES)
        }
        return [self.gazetteer.countries[actor] for actor in actors if actor in self.gazetteer.countries]

    def link(self, sighting, method, actor=None, office=None, how=None, first=None):
        first = sighting.first if first is None else first
        words, last = sighting.words, sighting.last
        link = Link(
            sighting.part,
            words.starts[first],
            words.ends[last - 1],
            words.surface(first, last),
            actor,
            office,
            method,
            CONFIDENCE[how or method],
            RANKS.get(sighting.rank, ""),
        )
        self.links.append(link)

    def valid(self, entries):
        return [
            entry for entry in entries if not (self.days and entry.name) or entry.name.in_force(self.days)
        ]

    def _takes_whole_name(self, sighting):
        """A name of two words or more: its bearer, or with more names before it somebody else."""
        people = {
            entry.actor for entry in self.valid(sighting.of_forms(*WHOLE_NAMES)) if entry.kind == "person"
        }
        if sighting.given:
            return self._takes_longer_name(sighting)
        if not people or (sighting.single and sighting.folded in COMMON_WORDS):
            return False
        if self._goes_on(sighting):
            self.unknown.append((sighting, sighting.first))
            return True
        if len(people) == 1:
            actor = people.pop()
            namesake = self._may_be_a_namesake(sighting, actor)
            self.introduce(sighting, None if namesake else actor)
            self.link(sighting, "full_name", actor, how="shared_abroad" if namesake else None)
        return True

    def _may_be_a_namesake(self, sighting, actor):
        """«محمد الحداد» in another country's news; «صدام حفتر» and «الفريق محمد الحداد» are who they are."""
        widespread = sighting.folded.split()[0] in WIDESPREAD_NAMES
        return (
            widespread
            and not sighting.rank
            and self.leaning.told_elsewhere
            and self.gazetteer.countries.get(actor) == country.HOME
        )

    def _goes_on(self, sighting):
        """«محمود الورفلي الترهوني»: another surname right behind makes another person."""
        following = self.seen[sighting.order + 1] if sighting.order + 1 < len(self.seen) else None
        return (
            following is not None
            and following.words is sighting.words
            and following.first == sighting.last
            and bool(sighting.after)
            and not following.clitic
            and sighting.after.endswith("ي")
            and sighting.after not in country.FOREIGN
            and bool(following.of_forms("surname"))
        )

    def _takes_longer_name(self, sighting):
        """«خالد خليفة حفتر»: of the first name and the last, if the register has one such; else of nobody known."""
        if not any(entry.kind == "person" for entry in sighting.entries):
            return False
        last = sighting.words.words[sighting.last - 1]
        firsts = {sighting.given[0], sighting.given[0][1:]}
        known = set().union(*(self.gazetteer.first_and_last.get((first, last), ()) for first in firsts))
        first = sighting.first - len(sighting.given)
        actor = known.pop() if len(known) == 1 else None
        self.introduce(sighting, actor)
        if actor:
            self.link(sighting, "full_name", actor, how="father_inserted", first=first)
        else:
            self.unknown.append((sighting, first))
        return True

    def introduce(self, sighting, actor):
        surname = sighting.words.words[sighting.last - 1]
        self.introductions.append(Introduction(sighting.order, actor, surname, sighting.rank))
        self.named.add(actor)
        if self.days:
            self.named |= self.register.bodies(actor, self.days)

    @property
    def at_home(self):
        """Whether the article speaks of Libya, or has named somebody or something Libyan."""
        countries = self.gazetteer.countries
        return self.leaning.told_at_home or any(countries.get(actor) == country.HOME for actor in self.named)

    def has_named(self, sighting):
        return any(entry.actor in self.named for entry in sighting.entries)

    def stands_beside_place(self, sighting):
        """«بين مصراتة وسرت»: a name of a place next to it, «و» between."""
        pairs = pairwise(self.seen[max(sighting.order - 1, 0) : sighting.order + 2])
        return any(
            one.words is other.words
            and one.last == other.first
            and other.clitic
            and all(any(entry.kind == "place" for entry in each.entries) for each in (one, other))
            for one, other in pairs
        )

    def _takes_office(self, sighting):
        if not offices.is_office(sighting):
            return False
        if not offices.stands_alone(sighting):
            return True
        beside = self._people_beside(sighting)
        for office, holders in offices.holders(sighting, self.register, None):
            if len(holders & beside) == 1:
                self._give_office(sighting, office, (holders & beside).pop(), "office_beside")
                return True
        office, holders = offices.meant(sighting, self.register, self.days, self.named)
        given = set().union(*(self.gazetteer.given_names[holder] for holder in holders))
        new = self.days and any(self.register.is_new(holder, office, self.days) for holder in holders)
        another = offices.names_another(sighting, given, new)
        alone = self.days and len(holders) == 1 and not beside and not another
        untold = offices.is_bare(sighting) and (
            not self.at_home or self.leaning.outlet_abroad or country.stands_in_another(sighting)
        )
        how = "shared_abroad" if untold or self.leaning.doubts(sighting) else "office"
        self._give_office(sighting, office, holders.pop() if alone else None, how)
        return True

    def _give_office(self, sighting, office, actor, how):
        """The office's body and its holder are as good as named: «المبعوثة الأممية … البعثة … تيتيه»."""
        self.link(sighting, "office", actor, office, how=how)
        if actor and how != "shared_abroad":
            self.introductions.append(Introduction(sighting.order, actor, "", sighting.rank))
            self.named |= {actor, self.register.bodies_of_office.get(office)}

    def _people_beside(self, sighting):
        """Actors whom a match next to the office may mean, one comma between allowed."""
        neighbours = (
            other for other in self.seen if other.words is sighting.words and is_beside(other, sighting)
        )
        return {entry.actor for other in neighbours for entry in other.entries if entry.kind == "person"}

    def offices_beside(self, sighting):
        """The offices that stand next to a name: «رئيس المجلس محمد المنفي»."""
        return (
            other for other in self.offices if other.words is sighting.words and is_beside(other, sighting)
        )
