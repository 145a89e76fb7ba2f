"""Who is meant by the words that name a source.

Comes in:   a story; then its attributions, article by article, in order of place.
Goes out:   the key of each attribution's speaker, and the words that each key was printed with.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from tellings.attribute.antecedents import antecedent
from tellings.attribute.descriptions import PLAIN_PERSONS, somebody
from tellings.attribute.groups import UNNAMED, body_or_group
from tellings.attribute.headline_roles import named_below
from tellings.attribute.headlines import told_below
from tellings.attribute.heads import head_person
from tellings.attribute.lookup import Lookup, described
from tellings.attribute.mentions import Gender
from tellings.attribute.owners import owned
from tellings.attribute.person import Person
from tellings.attribute.phrases import Phrase, take_phrase_apart
from tellings.attribute.printed_roles import ROLE_NOUNS
from tellings.attribute.roles import age_of, described_gender, key_of, person_by_role
from tellings.attribute.scene import Key, Said, Scene, begin_of, place_of
from tellings.attribute.spokespeople import SPOKESMEN, spokesman
from tellings.attribute.trimming import antecedent_phrase
from tellings.attribute.words import printed, words_of
from tellings.languages.en.sources import DEFINITE, INTRODUCING, PHRASE_BREAKS, RELATIVE_PRONOUNS
from tellings.records import Attribution, Reading, Span

_LEADING_IN = frozenset((*PHRASE_BREAKS, "what"))
_DIRECT_MARKS = "\"“‘'"
INDENT = 2
"""Characters before its opening mark within which a quotation still opens its sentence."""


class Cast:
    """The speakers of a story while its attributions are read."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self.lookup = Lookup(readings)
        self.printed: dict[Key, Counter[str]] = defaultdict(Counter)

    def speakers_in(self, reading: Reading) -> list[Key | None]:
        """The speaker of each attribution of an article, in the order of `reading.attributions`."""
        scene = Scene(reading)
        meant: list[Key | None] = [None] * len(reading.attributions)
        tags: dict[tuple[Span, ...], Key | None] = {}
        for at in sorted(range(len(meant)), key=lambda n: _order(reading.attributions[n])):
            attribution = reading.attributions[at]
            tag = (*attribution.source, *attribution.cue)
            meant[at] = self._speaker(attribution, scene, tags.get(tag) if tag else None)
            tags.setdefault(tag, meant[at])
        for at, below in told_below(reading.attributions, scene):
            meant[at] = meant[below]
        for at, below in named_below(reading.attributions, meant, scene):
            meant[at] = meant[below]
        return meant

    def _speaker(self, attribution: Attribution, scene: Scene, known: Key | None) -> Key | None:
        """Who speaks: `known`, where the same words already said whose another part of the quotation is."""
        phrase = self._phrase(attribution, scene)
        key = known if known and phrase else None
        if key is None:
            key = self._meant(phrase, attribution, scene) if phrase else _continuing(attribution, scene)
        if key is None:
            return None
        if phrase is not None and not phrase.is_pronoun:
            self.printed[key][self._form(phrase, scene)] += 1
        self._note(key, phrase, attribution, scene)
        return key

    def _phrase(self, attribution: Attribution, scene: Scene) -> Phrase | None:
        """The source's words; of several pieces the one with a person's name, else the first."""
        phrases = [take_phrase_apart(scene.text, _last_line(span, scene.text)) for span in attribution.source]
        telling = [phrase for phrase in phrases if phrase is not None and phrase.tells]
        for phrase in telling:
            if self.lookup.people.mentions_in(scene.article, phrase.span):
                return phrase
        return telling[0] if telling else None

    def _meant(self, phrase: Phrase, attribution: Attribution, scene: Scene) -> Key | None:
        if phrase.is_pronoun:
            word = phrase.core[0]
            before = antecedent_phrase(phrase.span, scene) if word.low in RELATIVE_PRONOUNS else None
            named = take_phrase_apart(scene.text, before) if before is not None else None
            if named is not None and not named.is_pronoun:
                return self._meant(named, attribution, scene)
            pronoun = word.low.partition("'")[0]  # "I'm", "they've"
            return self._antecedent(pronoun, phrase.span, attribution.content, scene)
        several = self._several(phrase, scene)
        if several is not None:
            return several
        person = self._named(phrase, scene)
        if person is not None:
            return key_of(person)
        if _are_several(phrase):
            return ("group", described(phrase))
        if phrase.head in SPOKESMEN and not phrase.plural:
            return spokesman(phrase, scene, self.lookup)
        belonging = owned(phrase, scene, self.lookup)
        if belonging is not None:
            return belonging
        is_person = phrase.head in ROLE_NOUNS | PLAIN_PERSONS or age_of(phrase) is not None
        if is_person and not phrase.plural:
            return somebody(phrase, attribution, scene, self.lookup)
        return body_or_group(phrase, scene, self.lookup)

    def _antecedent(self, pronoun: str, span: Span, content: tuple[Span, ...], scene: Scene) -> Key | None:
        return antecedent(pronoun, span, content, scene, self.lookup.people, self.lookup.bodies)

    def _several(self, phrase: Phrase, scene: Scene) -> Key | None:
        """ "Vardan and Defence Minister Oskar Hale", "both the minister and the mayor": people joined."""
        ands = [word for word in phrase.words if word.low in ("and", "&")]
        keys: list[Key] = []
        start = phrase.span.start
        for word_start, word_end in [*((w.start, w.end) for w in ands), (phrase.span.end, phrase.span.end)]:
            part = take_phrase_apart(scene.text, _without_both(scene.text, Span(start, word_start)))
            start = word_end
            if part and keys and phrase.owner is not None and _is_second_role(part):
                continue
            key = self._one_person(part, scene) if part and ands else None
            if key is None:
                return None
            keys.append(key)
        return ("joint", *sorted({key[1] for key in keys})) if len(set(keys)) > 1 else keys[0]

    def _one_person(self, phrase: Phrase, scene: Scene) -> Key | None:
        person = self._named(phrase, scene)
        if person is None and (phrase.is_definite or phrase.owner) and phrase.head in ROLE_NOUNS:
            person = person_by_role(phrase, scene, self.lookup.people, self.lookup.roles)
        return key_of(person) if person is not None else None

    def _named(self, phrase: Phrase, scene: Scene) -> Person | None:
        """The person that a phrase names, also in a headline where each word has a capital."""
        people = self.lookup.people
        name = Span(phrase.core[0].start, phrase.core[-1].end)
        mentions = people.mentions_in(scene.article, phrase.span)
        runs_on = any(place.start <= name.start and place.end > phrase.span.end for place, _, _ in mentions)
        in_headline = not mentions and scene.sentence_at(name.start) == 0
        known = people.named(printed(scene.text, name), by_surname=runs_on or in_headline)
        return known or head_person(phrase, mentions)

    def _form(self, phrase: Phrase, scene: Scene) -> str:
        """A source as printed, without an apposition; of a person the name with the titles before it."""
        mentions = self.lookup.people.mentions_in(scene.article, phrase.span)
        person = head_person(phrase, mentions) if phrase.tail else None
        if person is not None:
            mention = next(m for _, p, m in mentions if p is person)
            before = [role.start for role in mention.roles if role.start < mention.span.start]
            start = max(min([mention.span.start, *before]), phrase.span.start)
            return printed(scene.text, Span(start, mention.span.end))
        end = phrase.span.end
        start = next((word.start for word in phrase.words if word.low not in _LEADING_IN), phrase.span.start)
        if len(phrase.core) > 1 and phrase.tail and phrase.tail[0].text in ",(":
            end = phrase.core[-1].end
        return printed(scene.text, Span(start, end)).strip(" ,;:")

    def _note(self, key: Key, phrase: Phrase | None, attribution: Attribution, scene: Scene) -> None:
        """Add a resolved attribution to the scene."""
        place = place_of(attribution)
        scene.said.append(
            Said(
                key=key,
                at=place,
                paragraph=scene.paragraph_at(place),
                content=attribution.content,
                gender=self._gender(key, phrase),
                plural=key[0] in ("joint", "group") or bool(phrase and phrase.plural),
                human=_is_human(key, phrase),
                nested=scene.around(Span(place, place + 1)) is not None,
            )
        )

    def _gender(self, key: Key, phrase: Phrase | None) -> Gender | None:
        if key[0] == "person":
            return self.lookup.people.all[int(key[1])].gender
        return described_gender(phrase) if phrase else None


def _last_line(span: Span, text: str) -> Span:
    """A source that runs over a line break begins behind it: what stands before is another line."""
    return Span(text.rfind("\n", span.start, span.end) + 1 or span.start, span.end)


def _order(attribution: Attribution) -> tuple[int, int]:
    """What holds another statement comes before it."""
    return begin_of(attribution), -sum(span.end - span.start for span in attribution.content)


def _is_human(key: Key, phrase: Phrase | None) -> bool:
    """Whether "he" or "she" can go back to a speaker."""
    if key[0] in ("person", "kin", "office"):
        return True
    if phrase is None or phrase.plural or phrase.head == "people":
        return False
    if key[0] == "body":
        return phrase.head in SPOKESMEN
    return phrase.head in UNNAMED | ROLE_NOUNS | PLAIN_PERSONS or age_of(phrase) is not None


def _are_several(phrase: Phrase) -> bool:
    """ "Two harbour officials and a union leader": nobody's second name."""
    joined = [at for at, word in enumerate(phrase.core[:-1]) if word.low in ("and", "or")]
    return any(phrase.core[at + 1].low in (*INTRODUCING, *DEFINITE) for at in joined)


def _is_second_role(phrase: Phrase) -> bool:
    """ "chief executive" in "Orlow Shipping's founder and chief executive": one person with two roles."""
    bare = not phrase.determiner and phrase.owner is None and not phrase.plural
    return bare and phrase.head in ROLE_NOUNS


def _without_both(text: str, span: Span) -> Span:
    words = words_of(text, span)
    return Span(words[1].start, span.end) if len(words) > 1 and words[0].low == "both" else span


def _continuing(attribution: Attribution, scene: Scene) -> Key | None:
    """A quotation without a source goes on with who spoke last, over quotations and captions alone."""
    if not attribution.content or scene.text[attribution.content[0].start] not in _DIRECT_MARKS:
        return None
    start = attribution.content[0].start
    last = scene.last_said(start)
    if last is None or start - scene.sentence_start(scene.sentence_at(start)) > INDENT:
        return None
    return last.key if scene.goes_on(last.at, start) else None
