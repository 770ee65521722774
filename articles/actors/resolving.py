"""Who is meant: from the matches in an article to its links. Pure; `linking` writes them down.

1. Whole names mean their bearer, unless given names before them make a longer name: another person, or nobody known.
2. Offices mean whoever stands beside them, else their holder on the date.
3. Bodies and places mean themselves; their short forms only where the article has named them in full.
4. Bare surnames follow the article: the rank beside them, else the nearest bearer before, else the first after.
"""

from . import country, offices, places
from .gazetteer import WHOLE_NAMES
from .links import CONFIDENCE, Introduction, Link
from .ranks import RANKS
from .sightings import BESIDE_NAMES, COMMON_PHRASES, COMMON_WORDS, FOREIGN, REIGNS, is_beside, sightings
from .words import ARTICLE, Words

BARE_FORMS = ("short", "surname", "nisba", "title")
ALIAS_FORMS = ("nisba", "title", "abbreviation", "misspelling", "short")


class Article:
    """One article being resolved.

    `parts` maps "title", "standfirst" and "body" to text, in that order; `days` is the pair of the first and
    last `datetime.date` that its date may mean, or None.
    """

    def __init__(self, parts, gazetteer, days=None):
        self.gazetteer, self.register, self.days = gazetteer, gazetteer.register, days
        self.texts = {part: Words(text) for part, text in parts.items()}
        self.seen = sightings(self.texts, gazetteer)
        self.offices = [sighting for sighting in self.seen if offices.is_office(sighting)]
        self.introductions, self.links, self.unknown = [], [], []
        self.named = set()
        self.abroad = country.is_abroad(self.texts.values())

    def resolve(self):
        bare = [sighting for sighting in self.seen if not self._takes_whole_name(sighting)]
        bodies = [sighting for sighting in bare if not self._takes_body(sighting)]
        people = [sighting for sighting in bodies if not self._takes_office(sighting)]
        for sighting in people:
            if not self._takes_short_body(sighting):
                self._take_bare(sighting)
        self.links.sort(key=lambda link: (link.part, link.start))
        return self.links

    def _link(self, sighting, method, actor=None, office=None, how=None, first=None):
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

    def _valid(self, entries):
        return [
            entry for entry in entries if not (self.days and entry.name) or entry.name.in_force(self.days)
        ]

    def _takes_whole_name(self, sighting):
        """A name of two words or more: its bearer, or with more names before it somebody else."""
        people = {
            entry.actor for entry in self._valid(sighting.of_forms(*WHOLE_NAMES)) if entry.kind == "person"
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
            self._introduce(sighting, actor)
            self._link(sighting, "full_name", actor)
        return True

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
            and sighting.after not in FOREIGN
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
        self._introduce(sighting, actor)
        if actor:
            self._link(sighting, "full_name", actor, how="father_inserted", first=first)
        else:
            self.unknown.append((sighting, first))
        return True

    def _introduce(self, sighting, actor):
        surname = sighting.words.words[sighting.last - 1]
        self.introductions.append(Introduction(sighting.order, actor, surname, sighting.rank))
        self.named.add(actor)

    def _takes_body(self, sighting):
        """A body's or a place's own name, or an alias that is more than a short form."""
        entries = [
            entry for entry in self._valid(sighting.entries) if entry.kind in ("organisation", "place")
        ]
        actors = {entry.actor for entry in entries if entry.form != "short"}
        common = sighting.single and sighting.folded in COMMON_WORDS
        if len(actors) != 1 or common:
            return False
        if not sighting.goes_on_abroad() and (not sighting.single or places.reads_as_one(sighting, self)):
            self._take_own_name(sighting, actors.pop(), entries)
        return True

    def _take_own_name(self, sighting, actor, entries):
        whole = any(entry.form in WHOLE_NAMES for entry in entries)
        common = sighting.folded in COMMON_PHRASES
        doubtful = actor not in self.named and (common or self._may_be_another_country_s(sighting))
        if not doubtful:
            self.named.add(actor)
        self._link(
            sighting, "full_name" if whole else "alias", actor, how="shared_abroad" if doubtful else None
        )

    def _may_be_another_country_s(self, sighting):
        return self.abroad and country.is_shared(sighting)

    def has_named(self, sighting):
        return any(entry.actor in self.named for entry in sighting.entries)

    def stands_beside_place(self, sighting):
        """«بين مصراتة وسرت»: a name of a place right before, «و» between."""
        number = self.seen.index(sighting)
        before = self.seen[number - 1] if number else None
        joined = (
            before and before.words is sighting.words and before.last == sighting.first and sighting.clitic
        )
        return bool(joined) and any(entry.kind == "place" for entry in before.entries)

    def _takes_short_body(self, sighting):
        entries = self._valid(entry for entry in sighting.of_forms("short") if entry.kind != "person")
        if not entries:
            return False
        meant = {entry.actor for entry in entries}
        named = meant & self.named
        common = sighting.folded in COMMON_WORDS or sighting.folded in COMMON_PHRASES
        adorned = sighting.single and (common or sighting.after.startswith(ARTICLE))
        if sighting.goes_on_abroad() or adorned or sighting.after in offices.FORMER:
            return True
        if len(named) == 1:
            self._link(sighting, "alias", named.pop(), how="short_body")
        elif self._may_be_another_country_s(sighting):
            return True
        elif len(meant) == 1 and not sighting.single and not common:
            self._link(sighting, "alias", meant.pop(), how="short_body_unnamed")
        return True

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
        meanings = offices.holders(sighting, self.register, self.days)
        office, holders = next((found for found in meanings if found[1]), meanings[0])
        given = set().union(*(self.gazetteer.given_names[holder] for holder in holders))
        alone = self.days and len(holders) == 1 and not beside and not offices.names_another(sighting, given)
        how = "shared_abroad" if self._may_be_another_country_s(sighting) else "office"
        self._give_office(sighting, office, holders.pop() if alone else None, how)
        return True

    def _give_office(self, sighting, office, actor, how):
        """The office's body and its holder are as good as named: «المبعوثة الأممية … البعثة … تيتيه»."""
        self._link(sighting, "office", actor, office, how=how)
        if actor and how != "shared_abroad":
            self.introductions.append(Introduction(sighting.order, actor, "", sighting.rank))
            self.named |= {actor, self.register.bodies_of_office.get(office)}

    def _people_beside(self, sighting):
        """Actors whom a match next to the office may mean, one comma between allowed."""
        neighbours = (
            other for other in self.seen if other.words is sighting.words and is_beside(other, sighting)
        )
        return {entry.actor for other in neighbours for entry in other.entries if entry.kind == "person"}

    def _take_bare(self, sighting):
        entries = self._valid(
            entry for entry in sighting.of_forms(*BARE_FORMS, *ALIAS_FORMS) if entry.kind == "person"
        )
        if not entries or (sighting.single and not self._reads_as_name(sighting)):
            return
        candidates = {entry.actor for entry in entries}
        chosen = self._by_rank(sighting, candidates) or self._by_context(sighting, candidates)
        if chosen:
            method, actor = chosen
            if actor:
                self._link(sighting, method, actor)
            return
        self._take_usual(sighting, entries)

    def _take_usual(self, sighting, entries):
        """With nobody introduced: an alias of several words is its bearer's; a bare surname mostly a suggestion."""
        usual = {entry.actor for entry in entries if entry.form in ALIAS_FORMS}
        if len(usual) != 1:
            return
        actor = usual.pop()
        if actor in self._office_holders_beside(sighting):
            self._link(sighting, "surname", actor, how="office_beside")
        elif sighting.single:
            self._link(sighting, "surname", actor, how=self._reason(sighting, actor))
        else:
            self._link(sighting, "alias", actor)

    def _reason(self, sighting, usual):
        """Why a bare surname would be its usual bearer's: «نظام القذافي»; «السراج» where his council is named too."""
        if sighting.before in REIGNS:
            return "reign"
        ranked = not sighting.rank or sighting.rank in self.gazetteer.ranks[usual]
        serving = self.days and self.register.bodies(usual, self.days) & self.named
        return "body_named" if ranked and serving else "usual_bearer"

    def _reads_as_name(self, sighting):
        """Whether a single word is a name here: «قال صالح», not «لصالح»; «المشير حفتر», not «الجيش المصري»."""
        word, before = sighting.words.words[sighting.first], sighting.before
        if sighting.rank or self._office_holders_beside(sighting):
            return True
        if sighting.folded in COMMON_WORDS or word in COMMON_WORDS:
            return before in BESIDE_NAMES and not sighting.clitic
        if sighting.clitic and any(word.endswith(common) for common in COMMON_WORDS):
            return False
        describes = word.endswith("ي") and before.startswith(ARTICLE) and not sighting.of_forms("short")
        return not describes

    def _office_holders_beside(self, sighting):
        beside = (
            other for other in self.offices if other.words is sighting.words and is_beside(other, sighting)
        )
        return {
            actor
            for other in beside
            for _, holders in offices.holders(other, self.register, self.days)
            for actor in holders
        }

    def _by_rank(self, sighting, candidates):
        if not sighting.rank:
            return None
        bearing = {
            introduction.actor
            for introduction in self.introductions
            if introduction.actor in candidates and introduction.rank == sighting.rank
        }
        if not bearing and not any(person.actor in candidates for person in self.introductions):
            bearing = {actor for actor in candidates if sighting.rank in self.gazetteer.ranks[actor]}
        return ("rank", bearing.pop()) if len(bearing) == 1 else None

    def _by_context(self, sighting, candidates):
        """The nearest bearer named before, else the first after; an unknown one of that surname means nobody."""
        word = sighting.words.words[sighting.last - 1]
        bearers = [
            introduction
            for introduction in self.introductions
            if introduction.actor in candidates
            or (introduction.actor is None and word.endswith(introduction.surname))
        ]
        before = [bearer for bearer in bearers if bearer.order < sighting.order]
        after = [bearer for bearer in bearers if bearer.order > sighting.order]
        chosen = max(before, key=_order, default=None) or min(after, key=_order, default=None)
        return ("surname", chosen.actor) if chosen else None


def _order(introduction):
    return introduction.order
