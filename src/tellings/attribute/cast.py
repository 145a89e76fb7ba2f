"""Who is meant by the words that name a source.

Comes in:   a story; then its attributions, article by article, in order of place.
Goes out:   the key of each attribution's speaker, and the words that each key was printed with.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from tellings.attribute.antecedents import antecedent
from tellings.attribute.bodies import Bodies, body_name, is_body_noun
from tellings.attribute.mentions import ROLE_NOUNS, Gender, NameMention
from tellings.attribute.people import People, Person
from tellings.attribute.phrases import Phrase, take_phrase_apart
from tellings.attribute.roles import age_of, described_gender, key_of, names_an_office, person_by_role
from tellings.attribute.scene import Key, Said, Scene, begin_of, place_of
from tellings.attribute.words import Word, printed, words_of
from tellings.languages.en.sources import DOCUMENTS, INDEFINITE, PERSON_NOUNS, POSSESSIVE, UNNAMED_PEOPLE
from tellings.languages.en.titles import FEMALE_KIN, FEMALE_NOUNS, MALE_KIN, SPOKESPEOPLE
from tellings.records import Attribution, Reading, Span

_LINKS = frozenset(("of", "for", "and", "the", "on"))
_KIN = frozenset((*MALE_KIN, *FEMALE_KIN))
_SPOKESPEOPLE = frozenset(SPOKESPEOPLE)
_DOCUMENTS = frozenset(DOCUMENTS)
_UNNAMED = frozenset(UNNAMED_PEOPLE)
_PERSON_NOUNS = frozenset(PERSON_NOUNS)
_QUANTIFIERS = frozenset(INDEFINITE)
LEAD_PARAGRAPHS = 3
"""An indefinite description in these first paragraphs may be named in the next ones."""
NAMED_WITHIN = 4
"""Sentences within which somebody described in the lead must be named."""


class Cast:
    """The speakers of a story while its attributions are read."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self.people = People(readings)
        self.bodies = Bodies(readings, self.people)
        self.printed: dict[Key, Counter[str]] = defaultdict(Counter)
        self.names: dict[Key, Counter[str]] = defaultdict(Counter)
        self.texts = {reading.article.id: reading.article.text for reading in readings}

    def speakers_in(self, reading: Reading) -> list[Key | None]:
        """The speaker of each attribution of an article, in the order of `reading.attributions`."""
        scene = Scene(reading)
        meant: list[Key | None] = [None] * len(reading.attributions)
        for at in sorted(range(len(meant)), key=lambda n: _order(reading.attributions[n])):
            meant[at] = self._speaker(reading.attributions[at], scene)
        return meant

    def _speaker(self, attribution: Attribution, scene: Scene) -> Key | None:
        phrase = self._phrase(attribution, scene)
        if phrase is None:
            key = _continuing(attribution, scene)
        else:
            key = self._meant(phrase, attribution, scene)
        if key is not None:
            if phrase is not None and not phrase.is_pronoun:
                self.printed[key][self._form(phrase, scene)] += 1
            place = place_of(attribution)
            gender = self._gender(key, phrase)
            scene.said.append(
                Said(
                    key=key,
                    at=place,
                    paragraph=scene.paragraph_at(place),
                    content=attribution.content,
                    gender=gender,
                    plural=key[0] in ("joint", "group") or bool(phrase and phrase.plural),
                    human=_is_human(key, phrase),
                    nested=scene.around(Span(place, place + 1)) is not None,
                )
            )
        return key

    def _phrase(self, attribution: Attribution, scene: Scene) -> Phrase | None:
        """The source's words; of several pieces the one with a person's name, else the first."""
        for span in attribution.source:
            if self.people.mentions_in(scene.article, span):
                return take_phrase_apart(scene.text, span)
        return take_phrase_apart(scene.text, attribution.source[0]) if attribution.source else None

    def _meant(self, phrase: Phrase, attribution: Attribution, scene: Scene) -> Key | None:
        if phrase.is_pronoun:
            return antecedent(
                phrase.core[0].low, phrase.span, attribution.content, scene, self.people, self.bodies
            )
        joint = self._several(phrase, scene)
        if joint is not None:
            return joint
        person = head_person(phrase, self.people.mentions_in(scene.article, phrase.span))
        if person is not None:
            return key_of(person)
        if phrase.head in _SPOKESPEOPLE and not phrase.plural:
            return self._spokesman(phrase, scene)
        owned = self._owned(phrase, scene)
        if owned is not None:
            return owned
        if phrase.head in ROLE_NOUNS | _PERSON_NOUNS or age_of(phrase):
            if not phrase.plural:
                return self._described(phrase, attribution, scene)
        return self._body(phrase, attribution, scene)

    def _several(self, phrase: Phrase, scene: Scene) -> Key | None:
        """ "Vardan and Defence Minister Oskar Hale", "both the minister and the mayor"."""
        ands = [w for w in phrase.words if w.low in ("and", "&")]
        if not ands:
            return None
        keys: list[Key] = []
        start = phrase.span.start
        for end in [*(w.start for w in ands), phrase.span.end]:
            part = take_phrase_apart(scene.text, _without_both(scene.text, Span(start, end)))
            start = end + 3
            if part is None:
                return None
            person = head_person(part, self.people.mentions_in(scene.article, part.span))
            if person is None and part.is_definite and part.head in ROLE_NOUNS:
                person = person_by_role(part, scene, self.people, self.texts)
            if person is None:
                return None
            keys.append(key_of(person))
        return ("joint", *sorted({key[1] for key in keys})) if len(set(keys)) > 1 else keys[0]

    def _spokesman(self, phrase: Phrase, scene: Scene) -> Key | None:
        """A spokesman named in the article; else the body he speaks for, or the office of one who has him."""
        near = self.people.mentions_in(scene.article, phrase.span)
        if near:
            named = self._named_spokesman(near[-1][1], scene)
            return key_of(named) if named else ("office", str(near[-1][1].number), "spokesman")
        body = self._body_of(phrase)
        if not phrase.is_indefinite:
            person = person_by_role(phrase, scene, self.people, self.texts)
            if person is not None:
                return key_of(person)
        if body is not None:
            return self._as_body(body)
        last = next((said for said in reversed(scene.said) if said.key[0] in ("body", "office")), None)
        if len([w for w in phrase.words if w.is_word]) > 2:
            owner = take_phrase_apart(scene.text, Span(phrase.core[1].start, phrase.core[-2].end)) if len(phrase.core) > 2 else None
            if owner is not None and is_body_noun(owner.head):
                return self._body_before(owner, scene) or ("group", self._words_key(owner))
            return self._unnamed(phrase, scene)
        if last is not None and scene.sentence_at(phrase.span.start) - scene.sentence_at(last.at) <= NAMED_WITHIN * 2:
            return last.key
        before = self.bodies.mentions_before(
            scene.article, phrase.span.start, scene.sentence_start(scene.sentence_at(phrase.span.start) - 2)
        )
        return ("body", before[-1][1]) if before else self._unnamed(phrase, scene)

    def _named_spokesman(self, principal: Person, scene: Scene) -> Person | None:
        """Whoever the article introduces as the spokesman of `principal`."""
        surnames = {name.surname for name in principal.names}
        for _, person, mention in self.people.all_in(scene.article):
            for role in mention.roles:
                words = {w.low.removeprefix("al-") for w in words_of(scene.text, role)}
                if person is not principal and words & _SPOKESPEOPLE and words & surnames:
                    return person
        return None

    def _body_of(self, phrase: Phrase) -> str | None:
        """The body in "a Harbour Police spokesman", "a spokesman for the Harbour Police"."""
        before = [w for w in phrase.core[:-1] if w.is_word and w.low != "'s"]
        if before and before[0].low == phrase.determiner:
            before = before[1:]
        while before and not before[0].is_name_like:
            before = before[1:]
        if before:
            return " ".join(w.text for w in before)
        return _body_behind(phrase)

    def _owned(self, phrase: Phrase, scene: Scene) -> Key | None:
        """ "his campaign", "Vardan's office", "the port's guidelines", "the boy's uncle"."""
        owner: Key | None = None
        if phrase.determiner in POSSESSIVE and phrase.owner is None:
            owner = antecedent(phrase.determiner, phrase.core[0].span, (), scene, self.people, self.bodies)
        elif phrase.owner is not None:
            named = self.people.mentions_in(scene.article, phrase.owner)
            if named:
                owner = key_of(named[-1][1])
            elif any(w.is_name_like and w.start > phrase.owner.start - 1 for w in words_of(scene.text, phrase.owner)):
                owner = ("body", self.bodies.key(printed(scene.text, phrase.owner)))
        if phrase.head in _DOCUMENTS:
            if phrase.owner is not None and owner is not None:
                return owner
            body = _body_behind(phrase)
            if body is not None and body[:1].isupper():
                return self._as_body(body)
        if phrase.head in _KIN and not phrase.plural and (phrase.owner or phrase.determiner in POSSESSIVE):
            person = person_by_role(phrase, scene, self.people, self.texts)
            if person is not None:
                return key_of(person)
            words = self._words_key(phrase)
            return ("kin", words) if phrase.owner is not None else ("kin", words, scene.article)
        if owner is not None and is_body_noun(phrase.head):
            return ("body", "".join(owner[1:]) + "'s " + phrase.head)
        return None

    def _described(self, phrase: Phrase, attribution: Attribution, scene: Scene) -> Key | None:
        """A person named by a role, an age or a noun like "the woman"."""
        if phrase.is_indefinite:
            return self._introduced_later(phrase, scene) or self._unnamed(phrase, scene)
        person = person_by_role(phrase, scene, self.people, self.texts)
        if person is not None:
            return key_of(person)
        earlier = self._same_words_before(phrase, scene)
        if earlier is not None:
            return earlier
        gender = described_gender(phrase)
        if phrase.is_definite and (phrase.head in _PERSON_NOUNS or age_of(phrase)):
            pronoun = "she" if gender == "female" or phrase.head in FEMALE_NOUNS else "he"
            found = antecedent(pronoun, phrase.span, attribution.content, scene, self.people, self.bodies)
            if found is not None:
                return found
        last = scene.last_said(phrase.span.start)
        inside = scene.around(phrase.span)
        if inside is not None and last is not None and inside.key == last.key:
            last = None
        if phrase.is_definite and last and not names_an_office(phrase) and phrase.head not in _UNNAMED:
            near = scene.paragraph_at(phrase.span.start) - last.paragraph <= 1
            agree = gender is None or last.gender in (None, gender)
            if near and agree and last.key[0] in ("person", "unnamed"):
                return last.key
        return ("office", self._words_key(phrase))

    def _same_words_before(self, phrase: Phrase, scene: Scene) -> Key | None:
        """ "an Iraqi security official ... the official": the last unnamed speaker with the same head."""
        for said in reversed(scene.said):
            if said.key[0] == "unnamed" and said.key[2] == phrase.head and not said.plural:
                return said.key
        return None

    def _introduced_later(self, phrase: Phrase, scene: Scene) -> Key | None:
        """ "A baker says ..." in the lead, and "Edwin Sorrel said" below: they are one."""
        here = scene.sentence_at(phrase.span.start)
        if scene.paragraph_at(phrase.span.start) >= LEAD_PARAGRAPHS or phrase.head in _UNNAMED - _PERSON_NOUNS:
            return None
        end = scene.sentence_start(here + NAMED_WITHIN)
        gender = described_gender(phrase)
        if self.people.mentions_before(scene.article, phrase.span.start):
            return None
        for _, person, mention in self.people.mentions_before(scene.article, end, phrase.span.end):
            if mention.name.is_full and (gender is None or person.gender in (None, gender)):
                return key_of(person)
        return None

    def _body(self, phrase: Phrase, attribution: Attribution, scene: Scene) -> Key | None:
        """An organisation, a place that speaks, a group, a document."""
        if phrase.core[0].low in _QUANTIFIERS and len(phrase.core) == 1:
            return ("unnamed", scene.article, phrase.head, self._words_key(phrase))
        name = body_name(phrase)
        if name is not None:
            return self._as_body(printed(scene.text, name))
        capitals = any(w.is_name_like for w in phrase.core[1:])
        if capitals and is_body_noun(phrase.head) and not phrase.plural and phrase.owner is None:
            core = phrase.core[1:] if phrase.determiner else phrase.core
            return self._as_body(printed(scene.text, Span(core[0].start, core[-1].end)))
        if phrase.is_definite and is_body_noun(phrase.head) and not phrase.plural and not capitals:
            return self._body_before(phrase, scene) or ("group", self._words_key(phrase))
        if phrase.head in _UNNAMED and not phrase.plural:
            if not phrase.is_indefinite:
                earlier = self._same_words_before(phrase, scene)
                if earlier is not None:
                    return earlier
            return self._unnamed(phrase, scene)
        if phrase.is_indefinite and not phrase.plural:
            return self._unnamed(phrase, scene)
        return ("group", self._words_key(phrase))

    def _body_before(self, phrase: Phrase, scene: Scene) -> Key | None:
        """ "the ministry": the last body whose name ends so; "the company": the last body."""
        here = scene.sentence_at(phrase.span.start)
        before = self.bodies.mentions_before(scene.article, phrase.span.start)
        for _, name in reversed(before):
            words = set(name.split())
            if phrase.head in words and phrase.modifiers <= words:
                return ("body", name)
        if phrase.modifiers or phrase.head in ("government", "police", "party", "military", "army"):
            return None
        last = next((s for s in reversed(scene.said) if s.key[0] == "body"), None)
        near = [("body", name) for place, name in before if place.start >= scene.sentence_start(here - 2)]
        if last is not None and here - scene.sentence_at(last.at) <= NAMED_WITHIN:
            return last.key
        return near[0] if near else (last.key if last else None)

    def _as_body(self, name: str) -> Key:
        key = ("body", self.bodies.key(name))
        self.names[key][name] += 1
        return key

    def _unnamed(self, phrase: Phrase, scene: Scene) -> Key:
        return ("unnamed", scene.article, phrase.head, self._words_key(phrase))

    def _words_key(self, phrase: Phrase) -> str:
        words = [w.low for w in phrase.words if w.is_word]
        while len(words) > 1 and words[0] in ("the", "a", "an"):
            words = words[1:]
        return " ".join(words)

    def _form(self, phrase: Phrase, scene: Scene) -> str:
        """A source as printed; of a named person with an apposition only the name with its titles."""
        mentions = self.people.mentions_in(scene.article, phrase.span)
        if mentions and phrase.tail and head_person(phrase, mentions) is not None:
            mention = next(m for _, p, m in mentions if p is head_person(phrase, mentions))
            start = min([mention.span.start, *(r.start for r in mention.roles if r.start < mention.span.start)])
            return printed(scene.text, Span(max(start, phrase.span.start), mention.span.end))
        end = phrase.span.end
        if len(phrase.core) > 1 and phrase.tail and phrase.tail[0].text in ",(":
            end = phrase.core[-1].end
        return printed(scene.text, Span(phrase.span.start, end)).strip(" ,;:")

    def _gender(self, key: Key, phrase: Phrase | None) -> Gender | None:
        if key[0] == "person":
            return self.people.all[int(key[1])].gender
        return described_gender(phrase) if phrase else None


def _body_behind(phrase: Phrase) -> str | None:
    """ "for the Harbour Police": the capitalised name behind the phrase's first preposition."""
    tail = [w for w in phrase.tail if w.is_word]
    if not tail or tail[0].low not in ("by", "for", "of", "from", "with", "at"):
        return None
    rest = tail[2:] if len(tail) > 1 and tail[1].low == "the" else tail[1:]
    stop = next((at for at, w in enumerate(rest) if not w.is_name_like and w.low not in _LINKS), len(rest))
    return " ".join(w.text for w in rest[:stop]) or None


def _order(attribution: Attribution) -> tuple[int, int]:
    """What holds another statement comes before it."""
    length = sum(span.end - span.start for span in attribution.content)
    return begin_of(attribution), -length


def _is_human(key: Key, phrase: Phrase | None) -> bool:
    """Whether "he" or "she" can go back to a speaker."""
    if key[0] in ("person", "kin", "office"):
        return True
    if phrase is None or phrase.plural:
        return False
    if key[0] == "body":
        return phrase.head in _SPOKESPEOPLE
    return phrase.head in _UNNAMED | ROLE_NOUNS | _PERSON_NOUNS or bool(age_of(phrase))


def _without_both(text: str, span: Span) -> Span:
    words = words_of(text, span)
    return Span(words[1].start, span.end) if len(words) > 1 and words[0].low == "both" else span


def _continuing(attribution: Attribution, scene: Scene) -> Key | None:
    """A quotation without a source goes on with who spoke last, in the same paragraph or the one before."""
    if not attribution.content or scene.text[attribution.content[0].start] not in "\"“‘'":
        return None
    start = attribution.content[0].start
    last = scene.last_said(start)
    if last is None:
        return None
    if start - scene.sentence_start(scene.sentence_at(start)) > 2:
        return None
    paragraph = scene.paragraph_at(start)
    return last.key if 0 <= paragraph - last.paragraph <= 1 else None


def head_person(phrase: Phrase, mentions: list[tuple[Span, Person, NameMention]]) -> Person | None:
    """The person that a phrase names: not an owner, nor one named behind a preposition."""
    core_end = phrase.core[-1].end
    heads = [entry for entry in mentions if not entry[2].possessive or entry[0].end >= phrase.span.end]
    for place, person, _ in heads:
        if place.start < core_end and place.end >= core_end:
            return person
    if phrase.plural:
        return None
    for place, person, mention in heads:
        between = [w for w in phrase.tail if w.end <= place.start]
        untitled = [w for w in between if not _titled(w, mention)]
        while untitled and untitled[-1].is_name_like:
            untitled.pop()
        if untitled and untitled[-1].text in (",", "(", ":", "-", "–"):
            return person
        # "chairman of the Joint Chiefs of Staff Tobias Merrow": words of a body stand before the name
        if place.end >= phrase.span.end and between and between[0].low == "of" and between[-1].is_name_like:
            return person
    return None


def _titled(word: Word, mention: NameMention) -> bool:
    return any(role.start <= word.start < role.end for role in mention.roles)
